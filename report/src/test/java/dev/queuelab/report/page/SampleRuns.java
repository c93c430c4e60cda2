package dev.queuelab.report.page;

import dev.queuelab.lab.runstore.StoredRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Run folders that real runs left: one that passed, a control that broke its check, one that was killed half way, and one
 * in whose path was a gateway with faults.
 */
final class SampleRuns {
    static final List<String> ALL = List.of("passing", "failing", "killed", "faults");

    private static final Path RESOURCES = Path.of("src/test/resources/dev/queuelab/report/page");

    private SampleRuns() {}

    static Path folder(String name) {
        return RESOURCES.resolve("samples").resolve(name);
    }

    static Path golden(String name) {
        return RESOURCES.resolve("golden").resolve(name + ".json");
    }

    static StoredRun read(String name) {
        return StoredRun.read(folder(name));
    }

    /** A copy that may be written to. */
    static Path copy(String name, Path to) {
        Path from = folder(name);
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(name).resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
            return to.resolve(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
