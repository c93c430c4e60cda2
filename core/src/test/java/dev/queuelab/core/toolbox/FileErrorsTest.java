package dev.queuelab.core.toolbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileErrorsTest {
    @TempDir
    private Path folder;

    @Test
    void theReasonIsSaidInWords() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "text");

        assertThat(reason(() -> Files.readString(folder.resolve("missing")))).isEqualTo("no such file or directory");
        assertThat(reason(() -> Files.createFile(file))).isEqualTo("it exists already");
        assertThat(FileErrors.reason(new NotDirectoryException("file"))).isEqualTo("it is not a directory");
        assertThat(reason(() -> Files.delete(folder))).isEqualTo("the directory is not empty");
        assertThat(reason(() -> Files.writeString(file.resolve("below"), ""))).isEqualTo("Not a directory");
        assertThat(FileErrors.reason(new AccessDeniedException("file"))).isEqualTo("permission denied");
    }

    @Test
    void anUnknownReasonIsLeftAsItIs() {
        assertThat(FileErrors.reason(new FileSystemException("file", null, "No space left on device")))
                .isEqualTo("No space left on device");
        assertThat(FileErrors.reason(new IOException("Stream closed"))).isEqualTo("Stream closed");
        assertThat(FileErrors.reason(new IOException())).isEqualTo("java.io.IOException");
    }

    private static String reason(Action action) {
        return FileErrors.reason(catchThrowableOfType(IOException.class, action::run));
    }

    private interface Action {
        void run() throws IOException;
    }
}
