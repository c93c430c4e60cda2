package dev.queuelab.lab.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LockFileTest {
    @TempDir
    private Path temp;

    private int userId;
    private Path folder = Path.of("");

    @BeforeEach
    void find() {
        userId = LockFile.userId(temp);
        folder = temp.resolve("queue-lab-locks-" + userId);
    }

    @Test
    void aNameIsLockedOnceUntilItIsReleased() throws IOException {
        LockFile file = LockFile.open(temp, userId);

        FileLock lock = file.tryLock("stack").orElseThrow();
        assertThat(file.tryLock("stack")).isEmpty();
        assertThat(file.tryLock("another")).isPresent();
        assertThat(Files.exists(folder.resolve("stacks.lock"))).isTrue();

        lock.release();
        assertThat(file.tryLock("stack")).isPresent();
    }

    @Test
    void anotherProcessIsHeldOffAlsoAfterAnotherNameWasReleased() throws Exception {
        LockFile file = LockFile.open(temp, userId);
        FileLock kept = file.tryLock("kept").orElseThrow();
        file.tryLock("released").orElseThrow().release();

        assertThat(LockFileProbe.tryLock(temp, "kept")).isEqualTo("held");
        assertThat(LockFileProbe.tryLock(temp, "released")).isEqualTo("free");
        kept.release();
        assertThat(LockFileProbe.tryLock(temp, "kept")).isEqualTo("free");
    }

    @Test
    void filesDoNotPileUpAndTheFolderIsTheUsersAlone() throws IOException {
        LockFile file = LockFile.open(temp, userId);
        for (String name : List.of("a", "b", "c")) {
            file.tryLock(name).orElseThrow().release();
        }

        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).singleElement().satisfies(one -> assertThat(one).isEmptyFile());
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
        assertThat(temp).isDirectoryNotContaining(path -> path.toString().endsWith(".probe"));
    }

    @Test
    void aLinkInTheFoldersPlaceIsRefused() throws IOException {
        Path elsewhere = Files.createDirectory(temp.resolve("elsewhere"));
        Files.createSymbolicLink(folder, elsewhere);

        assertThatThrownBy(() -> LockFile.open(temp, userId))
                .isInstanceOf(EnvironmentException.class)
                .hasMessageContainingAll(folder.toString(), "a symbolic link", "remove it");
        assertThat(elsewhere).isEmptyDirectory();
    }

    @Test
    void aLinkInTheFilesPlaceIsRefused() throws IOException {
        LockFile.open(temp, userId);
        Path target = temp.resolve("target");
        Path file = folder.resolve("stacks.lock");
        Files.delete(file);
        Files.createSymbolicLink(file, target);

        assertThatThrownBy(() -> LockFile.open(temp, userId)).isInstanceOf(EnvironmentException.class);
        assertThat(target).doesNotExist();
    }

    @Test
    void aFolderThatOthersMayWriteToIsRefused() throws IOException {
        LockFile.open(temp, userId);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));

        assertThatThrownBy(() -> LockFile.open(temp, userId))
                .isInstanceOf(EnvironmentException.class)
                .hasMessageContainingAll("mode rwxrwxrwx", "expected a folder of this user with mode rwx------");
    }

    @Test
    void aFolderOfAnotherUserIsRefused() throws IOException {
        Files.move(Files.createDirectory(temp.resolve("other")), temp.resolve("queue-lab-locks-" + (userId + 1)));

        assertThatThrownBy(() -> LockFile.open(temp, userId + 1)).isInstanceOf(EnvironmentException.class);
    }
}
