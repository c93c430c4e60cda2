package dev.queuelab.lab.runstore;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes a file in one step: a reader finds all of it, or what was there before. */
public final class WholeFile {
    private WholeFile() {}

    /**
     * Writes {@code text} in UTF-8, half a surrogate pair, which has no place there, as a question mark.
     *
     * @return {@code file}, whose folder must exist
     */
    public static Path write(Path file, String text) {
        Path next = file.resolveSibling(
                "." + file.getFileName() + "." + ProcessHandle.current().pid());
        try {
            Files.write(next, text.getBytes(StandardCharsets.UTF_8));
            return Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file + ": " + e, e);
        }
    }
}
