package dev.queuelab.lab.runstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LatestRunTest {
    @TempDir
    private Path runs;

    private final List<String> steps = new ArrayList<>();
    private final RunListener listener = SampleRun.listener(steps);

    @Test
    void itPointsAtTheNewestRunAndNothingElseIsLeft() throws IOException {
        LatestRun.pointAt(folder("1"), listener);
        LatestRun.pointAt(folder("2"), listener);

        assertThat(Files.readSymbolicLink(runs.resolve("latest"))).hasToString("2");
        assertThat(runs.toFile().list()).containsExactlyInAnyOrder("1", "2", "latest");
        assertThat(steps).isEmpty();
    }

    @Test
    void aRunGoesOnWhereItCannotBeMade() throws IOException {
        Files.createDirectories(runs.resolve("latest/taken"));

        LatestRun.pointAt(folder("1"), listener);

        assertThat(steps)
                .hasSize(2)
                .allMatch(step -> step.contains(runs.resolve("latest").toString()));
        assertThat(runs.toFile().list()).containsExactlyInAnyOrder("1", "latest");
    }

    private RunFolder folder(String name) throws IOException {
        return new RunFolder(Files.createDirectories(runs.resolve(name)));
    }
}
