package dev.queuelab.core.toolbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
    @TempDir
    private Path folder;

    @Test
    void theTextReplacesWhatWasThereAndNothingElseIsLeft() throws Exception {
        Path file = Files.writeString(folder.resolve("verdict.json"), "old and longer");
        AtomicFile.write(file, "new");
        assertThat(file).hasContent("new");
        assertThat(folder).isDirectoryContaining(path -> path.equals(file));
        assertThat(folder.toFile().list()).containsExactly("verdict.json");
    }

    @Test
    void aFailureNamesTheFileAndLeavesNothingBehind() throws Exception {
        Path taken = folder.resolve("taken");
        Files.createDirectories(taken.resolve("inside"));
        assertThatThrownBy(() -> AtomicFile.write(taken, "new"))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("taken");
        assertThat(folder.toFile().list()).containsExactly("taken");
    }

    @Test
    void aCopyReplacesWhatWasThereOrLeavesNothingBehind() throws Exception {
        Path source = Files.writeString(folder.resolve("source"), "new");
        Path file = Files.writeString(folder.resolve("file"), "old");
        Path taken = folder.resolve("taken");
        Files.createDirectories(taken.resolve("inside"));

        AtomicFile.copy(source, file);
        assertThatThrownBy(() -> AtomicFile.copy(source, taken)).isInstanceOf(IOException.class);

        assertThat(file).hasContent("new");
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("source", "file", "taken");
    }
}
