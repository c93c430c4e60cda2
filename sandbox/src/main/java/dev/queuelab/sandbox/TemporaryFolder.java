package dev.queuelab.sandbox;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where temporary files belong: as {@code -Djava.io.tmpdir} says, else as {@code TMPDIR} says, which Java ignores. */
final class TemporaryFolder {
    /** Java's own choice on Linux, whatever {@code TMPDIR} says. */
    private static final String DEFAULT = "/tmp";

    private TemporaryFolder() {}

    static Path parent() {
        return choose(System.getProperty("java.io.tmpdir", DEFAULT), System.getenv("TMPDIR"));
    }

    static Path choose(String property, @Nullable String variable) {
        boolean chosenByUser = !property.equals(DEFAULT);
        return Path.of(chosenByUser || variable == null || variable.isEmpty() ? property : variable);
    }
}
