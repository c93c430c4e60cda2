package dev.queuelab.lab.runstore;

import dev.queuelab.core.toolbox.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * {@code runs/latest}, which points at the newest run: a symbolic link, or where the file system has none, a file that
 * holds the name of that run's folder.
 */
public final class LatestRun {
    private static final String NAME = "latest";

    private LatestRun() {}

    /**
     * Points it at this run, in one step: a reader finds one run or the other. It is a convenience, so that a run goes on
     * without it.
     */
    static void pointAt(RunFolder run, RunListener listener) {
        Path latest = run.path().resolveSibling(NAME);
        String name = run.path().getFileName().toString();
        try {
            replaceLink(latest, Path.of(name));
        } catch (UnsupportedOperationException | IOException e) {
            listener.step("cannot make the symbolic link " + latest + " (" + e + ")");
            writeName(latest, name, listener);
        }
    }

    private static void replaceLink(Path latest, Path target) throws IOException {
        Path next = AtomicFile.beside(latest);
        try {
            Files.deleteIfExists(next);
            Files.createSymbolicLink(next, target);
            AtomicFile.replace(next, latest);
        } finally {
            Files.deleteIfExists(next);
        }
    }

    private static void writeName(Path latest, String name, RunListener listener) {
        try {
            AtomicFile.write(latest, name + "\n");
        } catch (RuntimeException e) {
            listener.step("there is no " + latest + ": " + e.getMessage());
        }
    }

    /** The run folder that {@code path} is, or points at. */
    static Path resolve(Path path) throws IOException {
        if (path.endsWith(NAME) && Files.isRegularFile(path)) {
            String name = new String(Files.readAllBytes(path), StandardCharsets.UTF_8).strip();
            return path.resolveSibling(name).toRealPath();
        }
        return path.toRealPath();
    }
}
