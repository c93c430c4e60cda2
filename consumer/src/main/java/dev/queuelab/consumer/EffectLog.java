package dev.queuelab.consumer;

import dev.queuelab.core.knob.Knobs;
import dev.queuelab.core.payload.Payload;
import dev.queuelab.core.toolbox.Text;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** A file that gets a line, a field of the payload, for each side effect; several consumers may share it. */
final class EffectLog {
    private final Optional<Path> path;
    private final String field;

    private EffectLog(Optional<Path> path, String field) {
        this.path = path;
        this.field = field;
    }

    static EffectLog of(Settings settings) {
        return new EffectLog(settings.get(Knobs.SIDE_EFFECT_LOG_PATH), settings.get(Knobs.SIDE_EFFECT_LOG_FIELD));
    }

    /**
     * The line that the payload's effect would leave; empty where nothing is logged.
     *
     * @throws InvalidMessageException if the payload lacks the field, or the field does not fit in a line
     */
    String lineOf(Payload payload) {
        if (path.isEmpty()) {
            return "";
        }
        String line = payload.text(field)
                .orElseThrow(() -> new InvalidMessageException(
                        "it has no field " + field + ", which SIDE_EFFECT_LOG_FIELD names"));
        if (line.contains("\n") || line.contains("\r") || !Text.fitsUtf8(line)) {
            throw new InvalidMessageException(
                    "its field " + field + " holds a line break or half a surrogate pair, and would spoil the log");
        }
        return line;
    }

    /** @throws StepFailedException if the line is not written whole */
    void append(String line) {
        path.ifPresent(file -> {
            try {
                SharedLog.append(file, line);
            } catch (IOException e) {
                throw new StepFailedException("writing to SIDE_EFFECT_LOG_PATH", file.toString(), e);
            }
        });
    }
}
