package dev.queuelab.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that cannot be written are found before the first message is. */
class FileCheckTest {
    @TempDir
    private Path folder;

    @Test
    void newFilesInAFolderAreAcceptedAndNotMade() {
        Settings settings = Samples.settings(
                "HISTORY_PATH", file("h.jsonl"),
                "SIDE_EFFECT_LOG_PATH", file("effects.log"),
                "VERSION_STATE_PATH", file("state.json"),
                "VERSION_LOG_PATH", file("versions.log"));

        assertThat(FileCheck.problems(settings)).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aFileInNoFolderAndAFolderInAFilesPlaceAreNamed() {
        Settings settings = Samples.settings(
                "SIDE_EFFECT_LOG_PATH", file("none/effects.log"),
                "VERSION_STATE_PATH", folder.toString(),
                "VERSION_LOG_PATH", file("none/versions.log"));

        assertThat(FileCheck.problems(settings))
                .containsExactly(
                        "SIDE_EFFECT_LOG_PATH is not accepted: " + file("none/effects.log")
                                + " cannot be made: there is no folder " + file("none"),
                        "VERSION_STATE_PATH is not accepted: " + folder + " is a folder: expected the path of a file",
                        "VERSION_LOG_PATH is not accepted: " + file("none/versions.log")
                                + " cannot be made: there is no folder " + file("none"));
    }

    @Test
    void aHistoryThatExistsIsNamed() throws Exception {
        Files.writeString(folder.resolve("h.jsonl"), "another process's");

        assertThat(FileCheck.problems(Samples.settings("HISTORY_PATH", file("h.jsonl"))))
                .containsExactly("HISTORY_PATH is not accepted: " + file("h.jsonl")
                        + " exists already: a history belongs to one process, so name a new file");
    }

    @Test
    void filesThatAreNotUsedDoNotMatter() {
        assertThat(FileCheck.problems(Samples.settings("VERSION_LOG_PATH", file("none/versions.log"))))
                .isEmpty();
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }
}
