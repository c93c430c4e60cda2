package dev.queuelab.report.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultFileTest {
    @TempDir
    private Path temp;

    @Test
    void makesItsFolderAndReplacesWhatWasThereBefore() throws IOException {
        Path path = temp.resolve("build/reports/results.txt");

        new ResultFile(path, results -> "a longer text").write(Sample.whole());
        new ResultFile(path, results -> "text").write(Sample.whole());

        assertThat(path).hasContent("text");
        assertThat(path.getParent()).isDirectoryContaining("glob:**/results.txt");
        try (var files = Files.list(path.getParent())) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void aLinkStaysAndWhatItPointsAtIsReplaced() throws IOException {
        Path file = Files.writeString(temp.resolve("file"), "old");
        Path link = Files.createSymbolicLink(temp.resolve("link"), file);

        new ResultFile(link, results -> "new").write(Sample.whole());

        assertThat(link).isSymbolicLink();
        assertThat(file).hasContent("new");
    }

    @Test
    void whatIsNoFileIsRefusedByName() {
        assertThatThrownBy(() -> new ResultFile(temp, results -> "text").write(Sample.whole()))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("cannot write " + temp)
                .hasMessageEndingWith("it is not a regular file");
    }
}
