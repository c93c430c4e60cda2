package dev.queuelab.core.toolbox;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A new file that grows by a line at a time. Each line is handed to the operating system before {@link #append} returns,
 * so the death of the process, {@code kill -9} included, loses none; the death of the machine may.
 */
public final class AppendOnlyFile implements AutoCloseable {
    private final FileChannel channel;

    private AppendOnlyFile(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Creates the file, which is empty at first.
     *
     * @throws java.nio.file.FileAlreadyExistsException if there is one already
     */
    public static AppendOnlyFile create(Path path) throws IOException {
        return new AppendOnlyFile(FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
    }

    /** Writes {@code line}, which holds no line feed, and a line feed. */
    public synchronized void append(String line) throws IOException {
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(line + "\n");
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
