package dev.queuelab.consumer;

import dev.queuelab.core.knob.Knob;
import dev.queuelab.core.knob.KnobValues;
import dev.queuelab.core.knob.Knobs;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Knobs whose values are accepted one by one and together. */
final class Settings {
    /** SQS returns no more messages than this at a time (API reference, ReceiveMessage). */
    static final int MOST_MESSAGES = 10;

    private final KnobValues values;

    private Settings(KnobValues values) {
        this.values = values;
    }

    /** @throws BadSettingsException naming every knob that is not accepted, all at once */
    static Settings read(Map<String, String> variables) throws BadSettingsException {
        List<String> problems = new ArrayList<>();
        KnobValues values = KnobValues.read(variables, problems);
        if (problems.isEmpty()) {
            addMissing(values, problems);
        }
        if (!problems.isEmpty()) {
            throw new BadSettingsException(problems);
        }
        return new Settings(values);
    }

    private static void addMissing(KnobValues values, List<String> problems) {
        if (values.get(Knobs.QUEUE_URL).isEmpty()) {
            problems.add("QUEUE_URL is not set: expected the http or https URL of a queue");
        }
        if (values.get(Knobs.VERSIONING_ENABLED)) {
            addMissing(Knobs.VERSION_STATE_PATH, values, problems);
            addMissing(Knobs.VERSION_LOG_PATH, values, problems);
        }
    }

    private static void addMissing(Knob<Optional<Path>> path, KnobValues values, List<String> problems) {
        if (values.get(path).isEmpty()) {
            problems.add(path.name() + " is not set: VERSIONING_ENABLED needs "
                    + path.kind().accepts());
        }
    }

    <T> T get(Knob<T> knob) {
        return values.get(knob);
    }

    String queueUrl() {
        return values.get(Knobs.QUEUE_URL).orElseThrow();
    }

    int messagesPerReceive() {
        return Math.min(values.get(Knobs.MAX_MESSAGES), MOST_MESSAGES);
    }

    /** The knobs that are not at their default. */
    Map<String, String> changed() {
        return values.settings();
    }
}
