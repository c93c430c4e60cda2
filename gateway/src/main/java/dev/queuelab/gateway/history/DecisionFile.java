package dev.queuelab.gateway.history;

import dev.queuelab.core.history.HistoryException;
import dev.queuelab.core.toolbox.AppendOnlyFile;
import dev.queuelab.core.toolbox.FileErrors;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;

/** The decisions about faults on disk, a line each. */
public final class DecisionFile implements AutoCloseable {
    private final Path path;
    private final AppendOnlyFile file;

    private DecisionFile(Path path, AppendOnlyFile file) {
        this.path = path;
        this.file = file;
    }

    /**
     * Begins a new file.
     *
     * @throws HistoryException if the file exists already, or cannot be made
     */
    public static DecisionFile begin(Path path) {
        try {
            return new DecisionFile(path, AppendOnlyFile.create(path));
        } catch (FileAlreadyExistsException e) {
            throw new HistoryException(path + " exists already: name a new file", e);
        } catch (IOException e) {
            throw new HistoryException("cannot begin a log of decisions at " + path + ": " + FileErrors.reason(e), e);
        }
    }

    /**
     * Adds a line.
     *
     * @throws HistoryException if it cannot be written
     */
    public void write(String line) {
        try {
            file.append(line);
        } catch (IOException e) {
            throw new HistoryException("cannot write to " + path + ": " + FileErrors.reason(e), e);
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new HistoryException("cannot close " + path + ": " + FileErrors.reason(e), e);
        }
    }
}
