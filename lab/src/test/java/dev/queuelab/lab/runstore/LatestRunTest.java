package dev.queuelab.lab.runstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

    /** As a zip file has none. */
    @Test
    void whereTheFileSystemHasNoLinksAFileNamesTheNewestRun() throws IOException {
        try (FileSystem zip = FileSystems.newFileSystem(runs.resolve("runs.zip"), Map.of("create", "true"))) {
            Path folder = Files.createDirectories(zip.getPath("/runs/1"));

            LatestRun.pointAt(new RunFolder(folder), listener);

            assertThat(Files.readString(zip.getPath("/runs/latest"))).isEqualTo("1\n");
            assertThat(LatestRun.resolve(zip.getPath("/runs/latest"))).isEqualTo(folder);
        }
        assertThat(steps).singleElement().asString().startsWith("cannot make the symbolic link /runs/latest");
    }

    private RunFolder folder(String name) throws IOException {
        return new RunFolder(Files.createDirectories(runs.resolve(name)));
    }
}
