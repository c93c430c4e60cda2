package dev.queuelab.core.history;

import dev.queuelab.core.toolbox.FileErrors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Reads the histories in a folder, also while their processes still write to them. Each read goes on where the one before
 * ended.
 */
public final class HistoryReader {
    private final Path folder;
    private final Map<Path, HistoryTail> tails = new ConcurrentHashMap<>();

    public HistoryReader(Path folder) {
        this.folder = folder;
    }

    /**
     * The histories of all {@code *.jsonl} files in the folder, merged.
     *
     * @throws HistoryException if a file cannot be read, or a line that was written to its end is no fact
     */
    public History read() {
        try (Stream<Path> files = Files.list(folder)) {
            return History.merged(files.filter(file -> file.toString().endsWith(".jsonl"))
                    .sorted()
                    .map(file -> tail(file).read())
                    .toList());
        } catch (IOException e) {
            throw new HistoryException("cannot list the histories in " + folder + ": " + FileErrors.reason(e), e);
        }
    }

    /** The history in one file of the folder. */
    public HistoryTail tail(Path file) {
        return tails.computeIfAbsent(file, HistoryTail::new);
    }

    /**
     * Reads all histories of a folder once.
     *
     * @throws HistoryException as {@link #read} does
     */
    public static History readFolder(Path folder) {
        return new HistoryReader(folder).read();
    }

    /**
     * Reads the history in one file once.
     *
     * @throws HistoryException as {@link HistoryTail#read} does, and if there is no such file
     */
    public static History readFile(Path file) {
        if (!Files.exists(file)) {
            NoSuchFileException missing = new NoSuchFileException(file.toString());
            throw new HistoryException(
                    "cannot read the history at " + file + ": " + FileErrors.reason(missing), missing);
        }
        return new HistoryTail(file).read();
    }
}
