package dev.queuelab.consumer;

import dev.queuelab.core.history.Event;
import dev.queuelab.core.history.Recorder;
import dev.queuelab.core.history.SkipReason;
import dev.queuelab.core.knob.Idempotency;
import dev.queuelab.core.knob.IdentitySource;
import dev.queuelab.core.knob.Knobs;
import dev.queuelab.core.process.Pause;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/**
 * The check-before-doing protocol for one delivery.
 *
 * <ol>
 *   <li>Record the start. The record tells whether the message was completed, and whether this is its first start.
 *   <li>Look whether the external service has done the work. At a first start under the message's own name nobody can
 *       have done it, so the look is spared; under a business key another message may have.
 *   <li>Have the work done, naming it, so that the service can refuse a repetition that slipped through since the look.
 *   <li>Record the completion.
 * </ol>
 *
 * A first delivery so takes three DynamoDB calls. Deleting the message is the caller's.
 */
final class MessageHandler {
    private final Recorder recorder;
    private final Chaos chaos;
    private final Tables tables;
    private final Pause pause;
    private final RecentlyCompleted remembered;
    private final VersionGate versions;
    private final EffectLog effectLog;
    private final MaximumAge maximumAge;
    private final IdentitySource identity;
    private final boolean checks;
    private final String marker;
    private final List<String> businessFields;
    private final Duration delay;

    MessageHandler(Settings settings, Recorder recorder, Chaos chaos, Tables tables, Pause pause, InstantSource clock) {
        this.recorder = recorder;
        this.chaos = chaos;
        this.tables = tables;
        this.pause = pause;
        this.remembered = new RecentlyCompleted(settings.get(Knobs.IDEMPOTENCY_CACHE_SIZE));
        this.versions = VersionGate.of(settings);
        this.effectLog = EffectLog.of(settings);
        this.maximumAge = MaximumAge.of(settings, clock);
        this.identity = settings.get(Knobs.IDENTITY);
        this.checks = settings.get(Knobs.IDEMPOTENCY) == Idempotency.CHECK;
        this.marker = settings.get(Knobs.REJECT_PAYLOAD_MARKER);
        this.businessFields = settings.get(Knobs.BUSINESS_IDEMPOTENCY_FIELD);
        this.delay = Seconds.toDuration(settings.get(Knobs.SIDE_EFFECT_DELAY_SECONDS));
    }

    /**
     * Returns when the message's work is done, now or before.
     *
     * @throws RejectedException if the message is at fault
     * @throws ExpiredException if the message is too old to begin with, and was not done before
     * @throws UnavailableException if anything else is at fault; no effect is performed on a guess
     */
    void handle(Delivery delivery) {
        Work work = workOf(delivery);
        if (checks && remembered.contains(work.name())) {
            skip(work, SkipReason.REMEMBERED);
            return;
        }
        if (delivery.receiveCount() == 1) {
            maximumAge.require(delivery); // nobody can have begun it, so the tables need not be asked
        }
        Bookkeeping.Standing standing = tables.bookkeeping().start(work.name(), work.digest());
        if (checks && standing == Bookkeeping.Standing.COMPLETED) {
            skip(work, SkipReason.COMPLETED);
        } else {
            boolean look = standing != Bookkeeping.Standing.FIRST_START || !businessFields.isEmpty();
            versions.applyIfNewer(
                    delivery.payload(), () -> effect(delivery, work, look), () -> skip(work, SkipReason.STALE_VERSION));
            tables.bookkeeping().complete(work.name());
            recorder.record(new Event.Completed(work.id()));
        }
        remembered.add(work.name());
    }

    /** All that can be wrong with the message itself is found here, before anything is recorded outside. */
    private Work workOf(Delivery delivery) {
        boolean named = identity == IdentitySource.PAYLOAD;
        if (named && delivery.identity() instanceof Identity.Refused refused) {
            throw new RejectedException(refused.reason());
        }
        if (!marker.isEmpty() && delivery.payload().contains(marker)) {
            throw new RejectedException("its body contains " + marker);
        }
        versions.requireVersion(delivery.payload());
        String name = named ? delivery.id() : delivery.messageId();
        String key = businessFields.isEmpty() ? name : Keys.business(businessFields, delivery.payload());
        return new Work(delivery.id(), name, key, delivery.payload().digest(), effectLog.lineOf(delivery.payload()));
    }

    private void effect(Delivery delivery, Work work, boolean look) {
        if (checks && look && tables.service().hasDone(work.key())) {
            skip(work, SkipReason.EFFECT_FOUND);
            return;
        }
        maximumAge.require(delivery);
        pause.pause(delay);
        recorder.record(new Event.EffectAttempted(work.id(), work.key()));
        EffectService.Answer answer = tables.service().perform(work.key(), work.id(), work.digest(), checks);
        if (answer instanceof EffectService.Answer.Performed performed) {
            recorder.record(new Event.EffectPerformed(work.id(), work.key(), performed.times()));
            effectLog.append(work.logLine());
            chaos.afterSideEffect(work.id());
        } else {
            skip(work, SkipReason.EFFECT_REFUSED);
        }
    }

    private void skip(Work work, SkipReason reason) {
        recorder.record(new Event.Skipped(work.id(), work.key(), reason));
    }

    /**
     * @param id what the history calls the message
     * @param name what our books know it by
     * @param key what the external service knows the work by: the same name, or a business key
     */
    private record Work(String id, String name, String key, String digest, String logLine) {}
}
