package dev.queuelab.consumer;

import dev.queuelab.core.knob.Knobs;
import dev.queuelab.core.payload.Payload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
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
     * @throws RejectedException if the payload lacks the field, or the field holds a line break
     */
    String lineOf(Payload payload) {
        if (path.isEmpty()) {
            return "";
        }
        String line = payload.text(field)
                .orElseThrow(() ->
                        new RejectedException("it has no field " + field + ", which SIDE_EFFECT_LOG_FIELD names"));
        if (line.lines().count() > 1) {
            throw new RejectedException(
                    "its field " + field + " holds a line break, and would be two lines of the log");
        }
        return line;
    }

    /** Appends with one write, which the operating system does not mix with another process's. */
    void append(String line) {
        path.ifPresent(file -> {
            try {
                Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            } catch (IOException e) {
                throw new UnavailableException("writing to SIDE_EFFECT_LOG_PATH", new UncheckedIOException(e));
            }
        });
    }
}
