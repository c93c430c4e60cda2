package dev.queuelab.core.history;

import dev.queuelab.core.toolbox.AppendOnlyFile;
import dev.queuelab.core.toolbox.FileErrors;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.time.Clock;

/**
 * A process's history on disk, append-only, one JSON line a fact. Each line is handed to the operating system before
 * {@link #record} returns, so the death of the process, {@code kill -9} included, loses nothing; the death of the
 * machine may.
 */
public final class HistoryFile implements Recorder, AutoCloseable {
    private final Path path;
    private final AppendOnlyFile file;
    private final String beginning;
    private final Clock clock;
    private long seq;

    private HistoryFile(Path path, AppendOnlyFile file, String process, Clock clock) {
        this.path = path;
        this.file = file;
        this.beginning = EntryFormat.beginningOf(process);
        this.clock = clock;
    }

    /**
     * Begins a history in a new file.
     *
     * @throws HistoryException if the file exists already, since a history belongs to one process, or cannot be made
     */
    public static HistoryFile begin(Path path, String process, Clock clock) {
        try {
            return new HistoryFile(path, AppendOnlyFile.create(path), process, clock);
        } catch (FileAlreadyExistsException e) {
            throw new HistoryException(
                    path + " exists already: a history belongs to one process, so name a new file", e);
        } catch (IOException e) {
            throw new HistoryException("cannot begin a history at " + path + ": " + FileErrors.reason(e), e);
        }
    }

    /** Used by many threads at once; their facts get their places in the order in which they are written. */
    @Override
    public void record(Event event) {
        append(EntryFormat.factsOf(event));
    }

    private synchronized void append(String facts) {
        try {
            file.append(EntryFormat.toLine(beginning, ++seq, clock.instant(), facts));
        } catch (IOException e) {
            throw new HistoryException("cannot write to the history at " + path + ": " + FileErrors.reason(e), e);
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new HistoryException("cannot close the history at " + path + ": " + FileErrors.reason(e), e);
        }
    }
}
