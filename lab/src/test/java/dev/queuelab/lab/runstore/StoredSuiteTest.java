package dev.queuelab.lab.runstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredSuiteTest {
    @TempDir
    private Path runs;

    @Test
    void theLatestSuiteHasItsRunsInOrderAndNoOthers() throws IOException {
        run("1-dup", "2026-01-01T00:00:01Z", "a");
        run("3-crash", "2026-01-01T00:00:03Z", "b");
        run("2-happy", "2026-01-01T00:00:02Z", "b");
        run("4-poison", "2026-01-01T00:00:04Z", "");
        Files.createSymbolicLink(runs.resolve("latest"), Path.of("3-crash"));
        Files.writeString(runs.resolve("overview.html"), "");

        assertThat(StoredSuite.latestIn(runs).runs())
                .extracting(run -> run.folder().path().getFileName().toString())
                .containsExactly("2-happy", "3-crash");
    }

    @Test
    void withoutASuiteItSaysWhatMakesOne() throws IOException {
        run("4-poison", "2026-01-01T00:00:04Z", "");

        assertThatThrownBy(() -> StoredSuite.latestIn(runs))
                .isInstanceOf(NoSuchRunException.class)
                .hasMessageContainingAll(runs.toString(), "run --short");
        assertThatThrownBy(() -> StoredSuite.latestIn(runs.resolve("none"))).isInstanceOf(NoSuchRunException.class);
    }

    private void run(String name, String begun, String suite) throws IOException {
        RunFolder folder = new RunFolder(Files.createDirectories(runs.resolve(name)));
        RunInfo info = SampleRun.info(
                Instant.parse(begun), suite.isEmpty() ? Optional.empty() : Optional.of(new Suite(suite, "run", 2)));
        folder.write(folder.run(), info);
    }
}
