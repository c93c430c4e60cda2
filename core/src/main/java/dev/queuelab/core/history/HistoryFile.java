package dev.queuelab.core.history;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;

/**
 * A process's history on disk, append-only, one JSON line a fact. Each line is handed to the operating system before
 * {@link #record} returns, so the death of the process, {@code kill -9} included, loses nothing; the death of the
 * machine may.
 */
public final class HistoryFile implements Recorder, AutoCloseable {
    private final Path path;
    private final FileChannel channel;
    private final String process;
    private final Clock clock;
    private long seq;

    private HistoryFile(Path path, FileChannel channel, String process, Clock clock) {
        this.path = path;
        this.channel = channel;
        this.process = process;
        this.clock = clock;
    }

    /**
     * Begins a history in a new file.
     *
     * @throws HistoryException if the file exists already, since a history belongs to one process, or cannot be made
     */
    public static HistoryFile begin(Path path, String process, Clock clock) {
        try {
            FileChannel channel = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            return new HistoryFile(path, channel, process, clock);
        } catch (FileAlreadyExistsException e) {
            throw new HistoryException(
                    path + " exists already: a history belongs to one process, so name a new file", e);
        } catch (IOException e) {
            throw new HistoryException("cannot begin a history at " + path + ": " + e, e);
        }
    }

    @Override
    public synchronized void record(Event event) {
        Entry entry = new Entry(process, ++seq, clock.instant(), event);
        ByteBuffer line = StandardCharsets.UTF_8.encode(EntryFormat.toLine(entry) + "\n");
        try {
            while (line.hasRemaining()) {
                channel.write(line);
            }
        } catch (IOException e) {
            throw new HistoryException("cannot write to the history at " + path + ": " + e, e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new HistoryException("cannot close the history at " + path + ": " + e, e);
        }
    }
}
