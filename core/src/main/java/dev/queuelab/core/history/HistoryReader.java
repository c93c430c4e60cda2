package dev.queuelab.core.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.queuelab.core.toolbox.FileErrors;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Reads histories back, also while their processes still write to them. */
public final class HistoryReader {
    private HistoryReader() {}

    /**
     * The histories of all {@code *.jsonl} files in a folder, merged.
     *
     * @throws HistoryException if a file cannot be read, or a line that was written to its end is no fact
     */
    public static History readFolder(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jsonl"))
                    .sorted()
                    .map(HistoryReader::readFile)
                    .reduce(History.of(List.of()), History::and);
        } catch (IOException e) {
            throw new HistoryException("cannot list the histories in " + folder + ": " + FileErrors.reason(e), e);
        }
    }

    /**
     * The history in one file. A last line without its line feed is torn: its process died, or is still, in the middle
     * of writing it.
     *
     * @throws HistoryException if the file cannot be read, or a line that was written to its end is no fact
     */
    public static History readFile(Path file) {
        String text = textOf(file);
        int end = text.lastIndexOf('\n') + 1;
        List<Entry> entries = new ArrayList<>();
        int number = 0;
        for (String line : text.substring(0, end).lines().toList()) {
            entries.add(parse(file, ++number, line));
        }
        String rest = text.substring(end);
        return new History(entries, rest.isEmpty() ? List.of() : List.of(file.getFileName() + ": " + rest));
    }

    private static Entry parse(Path file, int number, String line) {
        try {
            return EntryFormat.fromLine(line);
        } catch (JsonProcessingException e) {
            throw new HistoryException(
                    file + ":" + number + " is not a line of a history: " + e.getOriginalMessage(), e);
        }
    }

    /** Bytes that are no UTF-8, as in a character cut in half, become replacement characters. */
    private static String textOf(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new HistoryException("cannot read the history at " + file + ": " + FileErrors.reason(e), e);
        }
    }
}
