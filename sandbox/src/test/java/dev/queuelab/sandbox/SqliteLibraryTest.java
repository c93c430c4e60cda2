package dev.queuelab.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteLibraryTest {
    @TempDir
    private Path folder = Path.of("");

    /** As in a folder that is mounted noexec. */
    @Test
    void aLibraryThatCannotBeLoadedIsReportedWithAWayOut() {
        assertThatThrownBy(() -> SqliteLibrary.loadFrom(folder, () -> {
                    throw new Exception("No native library found");
                }))
                .isInstanceOf(StartupException.class)
                .hasMessageContaining(folder.toString())
                .hasMessageContainingAll("No native library found", "noexec", "TMPDIR", "-Djava.io.tmpdir=FOLDER");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aFolderThatDoesNotExistIsReportedLikewise() {
        Path missing = folder.resolve("missing");

        assertThatThrownBy(() -> SqliteLibrary.loadFrom(missing, () -> {}))
                .isInstanceOf(StartupException.class)
                .hasMessageContaining("NoSuchFileException: " + missing)
                .hasMessageContaining("TMPDIR");
    }
}
