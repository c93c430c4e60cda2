package dev.queuelab.consumer;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Appends lines to a file that several processes share. A line is there whole or, where its writing failed, not at all:
 * a disk that becomes full takes the beginning of a line, which is then cut off. A lock keeps others from appending in
 * the meantime. One thread of the process appends at a time, whatever the file: a lock of the operating system is
 * the process's, and to close the file on one thread would drop the lock of another.
 */
final class SharedLog {
    private SharedLog() {}

    /** @throws IOException if the line is not written whole */
    @SuppressWarnings("try") // the lock is held, not used
    static synchronized void append(Path file, String line) throws IOException {
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            if (!Files.isRegularFile(file)) { // a device or a pipe has no end that could be torn or cut
                writeWhole(out, bytes(line));
                return;
            }
            // Closing any channel of the file drops the lock, so that this one is closed after it.
            try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ);
                    FileLock lock = out.lock()) {
                append(out, isTorn(in) ? "\n" + line : line);
            }
        }
    }

    /** Appends at the channel's end, and cuts off what was written of the line if that is not all. */
    static void append(SeekableByteChannel out, String line) throws IOException {
        long end = out.size();
        try {
            writeWhole(out, bytes(line));
        } catch (IOException e) {
            cut(out, end, e);
            throw e;
        }
    }

    private static ByteBuffer bytes(String line) {
        return StandardCharsets.UTF_8.encode(line + "\n");
    }

    private static void writeWhole(SeekableByteChannel out, ByteBuffer bytes) throws IOException {
        int all = bytes.remaining();
        while (bytes.hasRemaining()) {
            if (out.write(bytes) <= 0) {
                throw new IOException("only " + (all - bytes.remaining()) + " of " + all + " bytes were written");
            }
        }
    }

    private static void cut(SeekableByteChannel out, long end, IOException failure) {
        try {
            out.truncate(end);
        } catch (IOException e) {
            failure.addSuppressed(e); // the next line begins on a line of its own
        }
    }

    /** Whether the last line has no end, as a process leaves it that dies while it writes. */
    private static boolean isTorn(FileChannel in) throws IOException {
        ByteBuffer last = ByteBuffer.allocate(1);
        return in.size() > 0 && in.read(last, in.size() - 1) == 1 && last.get(0) != '\n';
    }
}
