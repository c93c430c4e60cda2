package dev.queuelab.scenarios.kit;

import dev.queuelab.core.history.Event;
import dev.queuelab.core.history.SkipReason;
import dev.queuelab.core.knob.Knob;
import dev.queuelab.core.knob.Knobs;
import dev.queuelab.core.trace.Delivery;
import dev.queuelab.scenarios.check.DeliveryChecks;
import dev.queuelab.scenarios.check.Evidence;
import dev.queuelab.scenarios.check.Messages;
import dev.queuelab.scenarios.check.StackSnapshot.Effect;
import dev.queuelab.scenarios.check.WireCall;
import dev.queuelab.scenarios.check.WireEvidence;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What a consumer must do by our contract so that a scenario can be played with it. A consumer that knows nothing of it is
 * not to blame: the scenario is not applicable to it.
 */
public enum Need {
    EFFECTS("records its effects where they are seen", Evidence::areEffectsKnown),
    EFFECT_URL("has its effects performed at EFFECT_URL", Need::callsEffects),
    BATCH_RECEIVE("receives several messages with one call", Need::receivesBatches),
    BATCH_DELETION("deletes by batches", Need::deletesByBatches),
    POISON_MARKER("rejects what contains the marker", Need::rejectsSome, Knobs.REJECT_PAYLOAD_MARKER),
    BUSINESS_KEY("names its effects by business fields", Need::namesByFields, Knobs.BUSINESS_IDEMPOTENCY_FIELD),
    VERSIONS(
            "applies versions, and writes the files of them",
            Need::writesVersions,
            Knobs.VERSIONING_ENABLED,
            Knobs.VERSION_KEY,
            Knobs.VERSION_LOG_PATH,
            Knobs.VERSION_STATE_PATH),
    MAX_AGE("drops what is too old", Need::dropsSome, Knobs.MAX_MESSAGE_AGE_SECONDS),
    ACKNOWLEDGE_NEVER("can leave what it has done on the queue", Need::leavesSome, Knobs.ACKNOWLEDGE),
    SCHEMA_VERSIONS(
            "rejects what is written by a schema that it does not know",
            Need::rejectsAny,
            Knobs.SCHEMA_VERSION,
            Knobs.SCHEMA_DEFAULTS),
    HEARTBEAT("keeps a message invisible while it works on it", Need::extendsSome, Knobs.HEARTBEAT_SECONDS),
    RETRY_BACKOFF("lets a message whose work failed wait", Need::extendsSome, Knobs.RETRY_BACKOFF_SECONDS),
    LEASE("claims a message before it works on it", Need::claimsSome, Knobs.LEASE_SECONDS),
    FENCING("has what it does too late refused", Need::isFenced, Knobs.FENCING);

    private final String meaning;

    @SuppressWarnings("ImmutableEnumChecker") // a method reference
    private final Predicate<Evidence> shown;

    @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable list
    private final List<String> knobs;

    Need(String meaning, Predicate<Evidence> shown, Knob<?>... knobs) {
        this.meaning = meaning;
        this.shown = shown;
        this.knobs = Arrays.stream(knobs).<String>map(Knob::name).toList();
    }

    /** Such as "poison-marker". */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What such a consumer does, after "it". */
    public String meaning() {
        return meaning;
    }

    /** The names of the variables by which it is asked for. */
    public List<String> knobs() {
        return knobs;
    }

    /** Whether the consumers are ours, or what they did shows that they do this. */
    public boolean isMet(Evidence evidence) {
        return evidence.isOursAlone() || shown.test(evidence);
    }

    /** The need with this label. */
    public static Optional<Need> of(String label) {
        return Arrays.stream(values())
                .filter(need -> need.label().equals(label))
                .findFirst();
    }

    private static boolean callsEffects(Evidence evidence) {
        return calls(evidence).anyMatch(call -> call.service().equals(WireCall.EFFECTS));
    }

    /** Where nobody sees what a consumer receives, it may: the scenario is not judged then. */
    private static boolean receivesBatches(Evidence evidence) {
        return !evidence.unobserved().isEmpty() || DeliveryChecks.mostReceivedTogether(evidence.history()) > 1;
    }

    private static boolean deletesByBatches(Evidence evidence) {
        return calls(evidence).anyMatch(call -> call.operation().equals("DeleteMessageBatch"));
    }

    private static Stream<WireCall> calls(Evidence evidence) {
        return evidence.wire().map(WireEvidence::calls).orElse(List.of()).stream();
    }

    /** Some poison was not handled as any other message is, be it at one delivery, such as before a fix. */
    private static boolean rejectsSome(Evidence evidence) {
        Messages poison = evidence.messages().poison();
        return poison.count() == 0
                || !poison.ids().stream().allMatch(evidence::isTreatedAsAny)
                || poison.traces().stream()
                        .flatMap(trace -> trace.deliveries().stream())
                        .anyMatch(Need::isLeftAlone);
    }

    private static boolean isLeftAlone(Delivery delivery) {
        return List.<Class<? extends Event>>of(
                        Event.EffectAttempted.class, Event.Skipped.class, Event.Deleted.class, Event.DeleteStale.class)
                .stream()
                .allMatch(kind -> delivery.timeOf(kind).isEmpty());
    }

    private static boolean rejectsAny(Evidence evidence) {
        return evidence.history().all(Event.Rejected.class).findAny().isPresent()
                || evidence.deadLetters().stream().findAny().isPresent();
    }

    private static boolean namesByFields(Evidence evidence) {
        Stream<String> recorded = evidence.effects().keySet().stream();
        Stream<String> attempted =
                evidence.history().all(Event.EffectAttempted.class).map(Event.EffectAttempted::key);
        return Stream.concat(recorded, attempted).anyMatch(key -> key.startsWith("biz:"));
    }

    private static boolean writesVersions(Evidence evidence) {
        return Stream.of("versions.log", "versions.json", "version.json", "occurred_at.json")
                        .anyMatch(evidence::isShared)
                || evidence.history()
                        .all(Event.Skipped.class)
                        .anyMatch(skipped -> skipped.reason() == SkipReason.STALE_VERSION);
    }

    /** Some message was deleted and has no effect. */
    private static boolean dropsSome(Evidence evidence) {
        return evidence.history().all(Event.Expired.class).findAny().isPresent()
                || (evidence.areEffectsKnown()
                        && evidence.messages().ids().stream()
                                .anyMatch(id -> evidence.isDeleted(id) && !evidence.isDone(id)));
    }

    private static boolean extendsSome(Evidence evidence) {
        return evidence.history().all(Event.Extended.class).findAny().isPresent();
    }

    private static boolean claimsSome(Evidence evidence) {
        return Stream.of(Event.LeaseHeld.class, Event.LeaseRefused.class)
                .anyMatch(kind -> evidence.history().all(kind).findAny().isPresent());
    }

    private static boolean isFenced(Evidence evidence) {
        return evidence.history().all(Event.Fenced.class).findAny().isPresent();
    }

    /** Some message was done and was still delivered again. */
    private static boolean leavesSome(Evidence evidence) {
        return evidence.effects().values().stream()
                .map(Effect::originalMessageId)
                .anyMatch(id -> evidence.traces()
                        .find(id)
                        .filter(trace -> trace.isRedelivered())
                        .isPresent());
    }
}
