package dev.queuelab.core.toolbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.util.concurrent.atomic.AtomicLong;

/** Replaces a file in one step: a reader finds all of the new text, or the file as it was before. */
public final class AtomicFile {
    private static final AtomicLong NEXT = new AtomicLong();

    private AtomicFile() {}

    /**
     * Writes {@code text} in UTF-8; half a surrogate pair, which UTF-8 cannot hold, becomes a question mark.
     *
     * @param attributes of the new file, such as its permissions
     * @return {@code file}, whose folder must exist
     * @throws UncheckedIOException naming the file, which is then as it was before
     */
    public static Path write(Path file, String text, FileAttribute<?>... attributes) {
        Path next = beside(file);
        try {
            Files.deleteIfExists(next);
            Files.createFile(next, attributes);
            Files.write(next, text.getBytes(StandardCharsets.UTF_8));
            return replace(next, file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file + ": " + FileErrors.reason(e), e);
        } finally {
            deleteQuietly(next);
        }
    }

    /**
     * Copies {@code source} into the place of {@code file}, with nothing left beside it if that fails, as on a full
     * disk.
     */
    public static Path copy(Path source, Path file) throws IOException {
        Path next = beside(file);
        try {
            return replace(Files.copy(source, next, StandardCopyOption.REPLACE_EXISTING), file);
        } finally {
            deleteQuietly(next);
        }
    }

    /** Moves {@code next}, which is on the same file system, into the place of {@code file}. */
    public static Path replace(Path next, Path file) throws IOException {
        return Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** A name for a next version of {@code file}, in the same folder: of no other process, and no other call of this one. */
    public static Path beside(Path file) {
        return file.resolveSibling(
                "." + file.getFileName() + "." + ProcessHandle.current().pid() + "-" + NEXT.incrementAndGet());
    }

    private static void deleteQuietly(Path next) {
        try {
            Files.deleteIfExists(next);
        } catch (IOException e) {
            // Nothing is lost by a stray file, and what went wrong before is what counts.
        }
    }
}
