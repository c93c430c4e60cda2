package dev.queuelab.core.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.queuelab.core.toolbox.FileErrors;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Follows a history that is still being written: each look reads only what has come since the one before. */
public final class HistoryTail {
    private static final int CHUNK_BYTES = 1 << 20;

    private final Path file;
    private final int chunkBytes;
    private final List<Entry> entries = new ArrayList<>();
    private long offset;

    public HistoryTail(Path file) {
        this(file, CHUNK_BYTES);
    }

    HistoryTail(Path file, int chunkBytes) {
        this.file = file;
        this.chunkBytes = chunkBytes;
    }

    /**
     * All that was written so far; nothing while there is no file. A last line without its line feed is torn: its process
     * died, or is still, in the middle of writing it.
     *
     * @throws HistoryException if the file cannot be read, or a line that was written to its end is no fact
     */
    public synchronized History read() {
        try {
            String rest = readOn();
            return new History(entries, rest.isEmpty() ? List.of() : List.of(file.getFileName() + ": " + rest));
        } catch (NoSuchFileException e) {
            return History.of(List.of());
        } catch (IOException e) {
            throw new HistoryException("cannot read the history at " + file + ": " + FileErrors.reason(e), e);
        }
    }

    /** Reads all lines that are whole, and returns what comes after them. */
    private String readOn() throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            int most = chunkBytes;
            while (true) {
                int asked = (int) Math.min(most, channel.size() - offset + 1);
                byte[] chunk = readAt(channel, asked);
                int end = afterLastLine(chunk);
                text(chunk, 0, end).lines().forEach(this::add);
                offset += end;
                if (chunk.length < asked) {
                    return text(chunk, end, chunk.length);
                }
                most = end == 0 ? 2 * most : chunkBytes; // a line may be longer than a chunk
            }
        }
    }

    private byte[] readAt(FileChannel channel, int most) throws IOException {
        ByteBuffer chunk = ByteBuffer.allocate(most);
        while (chunk.hasRemaining() && channel.read(chunk, offset + chunk.position()) > 0) {
            // a read may bring less than there is
        }
        byte[] bytes = new byte[chunk.position()];
        chunk.flip().get(bytes);
        return bytes;
    }

    private static int afterLastLine(byte[] chunk) {
        int end = chunk.length;
        while (end > 0 && chunk[end - 1] != '\n') {
            end--;
        }
        return end;
    }

    /** Bytes that are no UTF-8, as in a character cut in half, become replacement characters. */
    private static String text(byte[] chunk, int from, int to) {
        return new String(chunk, from, to - from, StandardCharsets.UTF_8);
    }

    private void add(String line) {
        try {
            entries.add(EntryFormat.fromLine(line));
        } catch (JsonProcessingException e) {
            throw new HistoryException(
                    file + ":" + (entries.size() + 1) + " is not a line of a history: " + e.getOriginalMessage(), e);
        }
    }
}
