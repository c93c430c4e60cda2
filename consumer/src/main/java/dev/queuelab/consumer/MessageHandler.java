package dev.queuelab.consumer;

import dev.queuelab.consumer.DeliveryOutcome.Done;
import dev.queuelab.consumer.DeliveryOutcome.Expired;
import dev.queuelab.consumer.DeliveryOutcome.Rejected;
import dev.queuelab.consumer.DeliveryOutcome.Skipped;
import dev.queuelab.consumer.StatusStore.ProcessingState;
import dev.queuelab.core.history.Event;
import dev.queuelab.core.history.Recorder;
import dev.queuelab.core.history.SkipReason;
import dev.queuelab.core.knob.Idempotency;
import dev.queuelab.core.knob.IdentitySource;
import dev.queuelab.core.knob.Knobs;
import dev.queuelab.core.process.Pause;
import dev.queuelab.core.toolbox.Seconds;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * The check-before-doing protocol for one delivery.
 *
 * <ol>
 *   <li>Record the start, and with a lease claim the message by it. The record shows whether the message was completed,
 *       and whether this is its first start.
 *   <li>Check whether the external service has done the work. At a first start under the message's own name nobody can
 *       have done it, so the check is spared; under a business key another message may have.
 *   <li>Have the work done under its key, so that the service can refuse a repetition that slipped through since the
 *       check.
 *   <li>Record the completion.
 * </ol>
 *
 * A first delivery so takes three DynamoDB calls. Each step is recorded in the history before the next one.
 */
final class MessageHandler {
    private final Recorder recorder;
    private final CrashPoints crashPoints;
    private final Tables tables;
    private final Claims claims;
    private final Pause pause;
    private final CompletedCache completed;
    private final BodyCheck bodies;
    private final SchemaReader schemas;
    private final VersionGate versions;
    private final EffectLog effectLog;
    private final AgeLimit ageLimit;
    private final IdentitySource identity;
    private final boolean checks;
    private final String marker;
    private final List<String> businessFields;
    private final Duration delay;
    private final Duration completionDelay;
    private final boolean fences;

    MessageHandler(
            Settings settings,
            Recorder recorder,
            CrashPoints crashPoints,
            Tables tables,
            Claims claims,
            Pause pause,
            InstantSource clock) {
        this.recorder = recorder;
        this.crashPoints = crashPoints;
        this.tables = tables;
        this.claims = claims;
        this.pause = pause;
        this.completed = new CompletedCache(settings.get(Knobs.IDEMPOTENCY_CACHE_SIZE));
        this.bodies = new BodyCheck(settings, recorder);
        this.schemas = new SchemaReader(settings);
        this.versions = VersionGate.of(settings);
        this.effectLog = EffectLog.of(settings);
        this.ageLimit = AgeLimit.of(settings, clock);
        this.identity = settings.get(Knobs.IDENTITY);
        this.checks = settings.get(Knobs.IDEMPOTENCY) == Idempotency.CHECK;
        this.marker = settings.get(Knobs.REJECT_PAYLOAD_MARKER);
        this.businessFields = settings.get(Knobs.BUSINESS_IDEMPOTENCY_FIELD);
        this.delay = Seconds.toDuration(settings.get(Knobs.SIDE_EFFECT_DELAY_SECONDS));
        this.completionDelay = Seconds.toDuration(settings.get(Knobs.COMPLETION_DELAY_SECONDS));
        this.fences = settings.get(Knobs.FENCING);
    }

    /**
     * Does the message's work, unless it is done or no longer wanted, or the message is at fault.
     *
     * @throws StepFailedException if anything else is at fault; no effect is performed on a guess
     */
    DeliveryOutcome handle(Delivery delivery) {
        try {
            Delivery readable = schemas.read(delivery);
            return handle(readable, workOf(readable));
        } catch (InvalidMessageException e) {
            return new Rejected(e.reason());
        } catch (FencedException e) {
            recorder.record(new Event.Fenced(delivery.id(), e.step(), e.token(), e.newest()));
            throw e;
        }
    }

    private DeliveryOutcome handle(Delivery delivery, Work work) {
        Optional<String> remembered = completed.digestOf(work.name());
        if (checks && remembered.isPresent()) {
            bodies.compare(delivery, work, remembered);
            return skip(work, SkipReason.REMEMBERED);
        }
        if (delivery.receiveCount() == 1) { // nobody can have begun it, so the tables need not be asked
            Optional<Duration> tooOld = ageLimit.exceededBy(delivery);
            if (tooOld.isPresent()) {
                return new Expired(tooOld.get());
            }
        }
        StatusStore.Start start = claims.begin(delivery, work);
        bodies.compare(delivery, work, start.firstDigest());
        String firstDigest = start.firstDigest().orElse(work.digest());
        if (checks && start.state() == ProcessingState.COMPLETED) {
            completed.add(work.name(), firstDigest);
            return skip(work, SkipReason.COMPLETED);
        }
        DeliveryOutcome outcome = versions.applyIfNewer(
                delivery.payload(), () -> perform(delivery, work, start), () -> skip(work, SkipReason.STALE_VERSION));
        if (outcome instanceof Done || outcome instanceof Skipped) {
            tables.statuses().complete(work.name(), start.lease());
            recorder.record(new Event.Completed(work.id()));
            completed.add(work.name(), firstDigest);
        }
        return outcome;
    }

    /** All that can be wrong with the message itself is found here, before anything is recorded outside. */
    private Work workOf(Delivery delivery) {
        boolean named = identity == IdentitySource.PAYLOAD;
        if (named && delivery.identity() instanceof MessageIdentity.Refused refused) {
            throw new InvalidMessageException(refused.reason());
        }
        if (!marker.isEmpty() && delivery.payload().contains(marker)) {
            throw new InvalidMessageException("its body contains " + marker);
        }
        versions.requireVersion(delivery.payload());
        String name = named ? delivery.id() : delivery.messageId();
        String key = businessFields.isEmpty() ? name : EffectKeys.business(businessFields, delivery.payload());
        return new Work(delivery.id(), name, key, delivery.payload().digest(), effectLog.lineOf(delivery.payload()));
    }

    private DeliveryOutcome perform(Delivery delivery, Work work, StatusStore.Start start) {
        boolean look = start.state() != ProcessingState.FIRST_START || !businessFields.isEmpty();
        if (checks && look) {
            Optional<EffectService.Performance> earlier = tables.service().find(work.key());
            if (earlier.isPresent()) {
                return skipDone(delivery, work, start, earlier.get(), SkipReason.EFFECT_FOUND);
            }
        }
        Optional<Duration> tooOld = ageLimit.exceededBy(delivery);
        if (tooOld.isPresent()) {
            return new Expired(tooOld.get());
        }
        recorder.record(new Event.EffectAttempted(work.id(), work.key()));
        pause.pause(delay);
        EffectService.Response response =
                tables.service().perform(work.key(), work.id(), work.digest(), checks, fencingToken(start));
        if (response instanceof EffectService.Response.Refused refused) {
            return skipDone(delivery, work, start, refused.earlier(), SkipReason.EFFECT_REFUSED);
        }
        EffectService.Response.Performed performed = (EffectService.Response.Performed) response;
        recorder.record(new Event.EffectPerformed(work.id(), work.key(), performed.times()));
        effectLog.append(work.logLine());
        crashPoints.afterSideEffect(work.id());
        if (!completionDelay.isZero()) {
            pause.pause(completionDelay);
        }
        return new Done();
    }

    private Optional<Long> fencingToken(StatusStore.Start start) {
        return start.lease().filter(lease -> fences).map(Lease::token);
    }

    /** Without a status table the service's record is the one that knows the id's first body, if the id is its key. */
    private Skipped skipDone(
            Delivery delivery,
            Work work,
            StatusStore.Start start,
            EffectService.Performance earlier,
            SkipReason reason) {
        Skipped skipped = skip(work, reason);
        if (start.firstDigest().isEmpty() && businessFields.isEmpty()) {
            bodies.compare(delivery, work, earlier.digest());
        }
        return skipped;
    }

    private Skipped skip(Work work, SkipReason reason) {
        recorder.record(new Event.Skipped(work.id(), work.key(), reason));
        return new Skipped(reason);
    }
}
