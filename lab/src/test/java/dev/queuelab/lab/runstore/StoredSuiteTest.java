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
    void theLatestSuiteHasItsRunsInTheOrderAskedForAndNoOthers() throws IOException {
        run("1-dup", "2026-01-01T00:00:01Z", "a", 0);
        run("4-crash", "2026-01-01T00:00:04Z", "b", 0);
        run("2-happy", "2026-01-01T00:00:02Z", "b", 2);
        run("3-dup", "2026-01-01T00:00:03Z", "b", 1);
        run("5-poison", "2026-01-01T00:00:05Z", "", 0);
        Files.createSymbolicLink(runs.resolve("latest"), Path.of("4-crash"));
        Files.writeString(runs.resolve("overview.html"), "");

        assertThat(StoredSuite.latestIn(runs).runs())
                .extracting(run -> run.folder().path().getFileName().toString())
                .containsExactly("4-crash", "3-dup", "2-happy");
    }

    @Test
    void withoutASuiteItSaysWhatMakesOne() throws IOException {
        run("4-poison", "2026-01-01T00:00:04Z", "", 0);

        assertThatThrownBy(() -> StoredSuite.latestIn(runs))
                .isInstanceOf(NoSuchRunException.class)
                .hasMessageContainingAll(runs.toString(), "run --short");
        assertThatThrownBy(() -> StoredSuite.latestIn(runs.resolve("none"))).isInstanceOf(NoSuchRunException.class);
    }

    private void run(String name, String begun, String suite, int place) throws IOException {
        RunFolder folder = new RunFolder(Files.createDirectories(runs.resolve(name)));
        RunInfo info = SampleRun.info(
                Instant.parse(begun),
                suite.isEmpty() ? Optional.empty() : Optional.of(new Suite(suite, "run", 3, place)));
        folder.write(folder.run(), info);
    }
}
