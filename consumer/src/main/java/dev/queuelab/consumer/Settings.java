package dev.queuelab.consumer;

import dev.queuelab.core.aws.CallRetries;
import dev.queuelab.core.knob.BadKnobException;
import dev.queuelab.core.knob.EffectPlace;
import dev.queuelab.core.knob.Knob;
import dev.queuelab.core.knob.KnobValues;
import dev.queuelab.core.knob.Knobs;
import dev.queuelab.core.toolbox.Seconds;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Knobs whose values are accepted one by one and together. */
final class Settings {
    /** SQS returns no more messages than this at a time (API reference, ReceiveMessage). */
    static final int MOST_MESSAGES = 10;

    private static final int RECEIVE_TRIES = 3;

    /** The knobs that name a table. */
    static final List<Knob<Optional<String>>> TABLES =
            List.of(Knobs.MESSAGE_STATUS_TABLE, Knobs.MESSAGE_SIDE_EFFECTS_TABLE);

    private final KnobValues values;

    private Settings(KnobValues values) {
        this.values = values;
    }

    /** @throws BadSettingsException naming every knob that is not accepted, all at once */
    static Settings read(Map<String, String> variables) throws BadSettingsException {
        List<String> problems = new ArrayList<>();
        KnobValues values = KnobValues.read(variables, problems);
        addMissing(variables, problems);
        addSharedTable(variables, problems);
        if (!problems.isEmpty()) {
            throw new BadSettingsException(problems);
        }
        return new Settings(values);
    }

    private static void addMissing(Map<String, String> variables, List<String> problems) {
        addIfUnset(Knobs.QUEUE_URL, "expected", variables, problems);
        if (is(EffectPlace.HTTP, Knobs.EFFECT, variables)) {
            addIfUnset(Knobs.EFFECT_URL, "EFFECT=http needs", variables, problems);
        }
        if (isSet(Knobs.LEASE_SECONDS, variables)) {
            addIfUnset(Knobs.MESSAGE_STATUS_TABLE, "LEASE_SECONDS needs", variables, problems);
        }
        if (isSet(Knobs.LEASE_SECONDS, variables)
                && seconds(Knobs.HEARTBEAT_SECONDS, variables) >= seconds(Knobs.LEASE_SECONDS, variables)) {
            problems.add("HEARTBEAT_SECONDS=" + text(Knobs.HEARTBEAT_SECONDS, variables)
                    + " is not accepted: expected less than LEASE_SECONDS, "
                    + text(Knobs.LEASE_SECONDS, variables) + ", since it renews the lease");
        }
        if (is(true, Knobs.FENCING, variables) && !isSet(Knobs.LEASE_SECONDS, variables)) {
            problems.add("LEASE_SECONDS is 0: FENCING needs a lease, whose claims it counts");
        }
        if (is(true, Knobs.VERSIONING_ENABLED, variables)) {
            addIfUnset(Knobs.VERSION_STATE_PATH, "VERSIONING_ENABLED needs", variables, problems);
            addIfUnset(Knobs.VERSION_LOG_PATH, "VERSIONING_ENABLED needs", variables, problems);
        }
    }

    /** The start of the work, in the one table, would pass for its effect in the other: no work would ever be done. */
    private static void addSharedTable(Map<String, String> variables, List<String> problems) {
        String status = text(Knobs.MESSAGE_STATUS_TABLE, variables);
        if (!status.isEmpty() && status.equals(text(Knobs.MESSAGE_SIDE_EFFECTS_TABLE, variables))) {
            problems.add("MESSAGE_STATUS_TABLE and MESSAGE_SIDE_EFFECTS_TABLE are both " + LogText.name(status)
                    + ": expected two tables");
        }
    }

    private static void addIfUnset(
            Knob<? extends Optional<?>> knob, String whoNeeds, Map<String, String> variables, List<String> problems) {
        if (text(knob, variables).isEmpty()) {
            problems.add(
                    knob.name() + " is not set: " + whoNeeds + " " + knob.kind().accepts());
        }
    }

    /** A text that is not accepted is no value; it is a problem of its own. */
    private static <T> boolean is(T value, Knob<T> knob, Map<String, String> variables) {
        try {
            return knob.parse(text(knob, variables)).equals(value);
        } catch (BadKnobException e) {
            return false;
        }
    }

    /** Whether the knob has an accepted value that is not zero. */
    private static boolean isSet(Knob<Double> knob, Map<String, String> variables) {
        return seconds(knob, variables) > 0;
    }

    /** Zero where the text is not accepted. */
    private static double seconds(Knob<Double> knob, Map<String, String> variables) {
        try {
            return knob.parse(text(knob, variables));
        } catch (BadKnobException e) {
            return 0;
        }
    }

    private static String text(Knob<?> knob, Map<String, String> variables) {
        return variables.getOrDefault(knob.name(), knob.defaultText());
    }

    <T> T get(Knob<T> knob) {
        return values.get(knob);
    }

    String queueUrl() {
        return values.get(Knobs.QUEUE_URL).orElseThrow();
    }

    /** The names of FIFO queues end so (Amazon SQS API reference, CreateQueue). */
    boolean isFifo() {
        return queueUrl().endsWith(".fifo");
    }

    boolean hasTables() {
        return TABLES.stream().anyMatch(knob -> values.get(knob).isPresent());
    }

    /** Whether messages are received while others are worked on: several at once, or one after the other. */
    boolean isSideBySide() {
        return get(Knobs.CONCURRENCY) > 1 || get(Knobs.PREFETCH) > 0 || get(Knobs.BEGIN_WITHIN_SECONDS) > 0;
    }

    int messagesPerReceive() {
        return Math.min(values.get(Knobs.MAX_MESSAGES), MOST_MESSAGES);
    }

    /** How receives are repeated by the SDK; the loop repeats them then. One that outlasts outages leaves them to the loop. */
    CallRetries receiveRetries() {
        return retries(outlastsOutages() ? 1 : RECEIVE_TRIES, false);
    }

    /** How calls of tables, and calls about messages in hand, are repeated; refused ones, too, to outlast an outage. */
    CallRetries callRetries() {
        return retries(get(Knobs.CALL_TRIES), outlastsOutages());
    }

    private CallRetries retries(int tries, boolean outlastsRefusals) {
        return new CallRetries(
                tries,
                Seconds.toDuration(get(Knobs.CALL_BACKOFF_SECONDS)),
                Seconds.toDuration(get(Knobs.CALL_BACKOFF_MAX_SECONDS)),
                outlastsRefusals);
    }

    /** Whether calls about messages in hand are repeated otherwise than receives are. */
    boolean outlastsOutages() {
        return get(Knobs.CALL_TRIES) != RECEIVE_TRIES;
    }

    /** The knobs that are not at their default. */
    Map<String, String> changed() {
        return values.settings();
    }
}
