package dev.queuelab.lab.runstore;

import com.fasterxml.jackson.databind.JsonNode;
import dev.queuelab.core.history.History;
import dev.queuelab.core.history.HistoryException;
import dev.queuelab.core.history.HistoryReader;
import dev.queuelab.lab.runstore.RunFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * All that a run left. What is missing or cannot be read is empty here and named in {@code notes}: a report of a run that
 * was killed, or whose disk was full, tells what there is.
 *
 * @param folder absolute
 * @param run the run document; an object, empty if there is none
 * @param verdict how it came out; empty if it has no verdict
 * @param evidence what was found on the stack when the checks were made; empty if none were
 * @param steps steps and checks as they were told
 * @param depths samples of the queues' depths
 * @param tables what the story drew from what happened, by name
 */
public record StoredRun(
        Path folder,
        JsonNode run,
        JsonNode verdict,
        JsonNode evidence,
        History history,
        List<JsonNode> steps,
        List<JsonNode> depths,
        Map<String, JsonNode> tables,
        List<String> notes) {

    /**
     * Reads a run folder.
     *
     * @throws NoSuchRunException if the folder has neither a run document nor histories
     */
    public static StoredRun read(Path path) {
        RunFolder folder = new RunFolder(realPathOf(path), "");
        if (!Files.isDirectory(folder.histories()) && !Files.exists(folder.run())) {
            throw new NoSuchRunException(path + " is no run folder: it has neither run.json nor history/");
        }
        List<String> notes = new ArrayList<>();
        TolerantJson json = new TolerantJson(notes);
        JsonNode run = json.document(folder.run());
        JsonNode verdict = json.document(folder.verdict());
        if (run.isEmpty()) {
            notes.add("There is no run.json: the run was killed at its very beginning.");
        } else if (verdict.isEmpty()) {
            notes.add("There is no verdict.json: the run was killed, or still runs. This is what it had recorded.");
        }
        History history = histories(folder.histories(), notes);
        history.torn().forEach(torn -> notes.add("A line was cut short by its process's death: " + torn));
        return new StoredRun(
                folder.path(),
                run,
                verdict,
                json.document(folder.evidence()),
                history,
                json.lines(folder.steps()),
                json.lines(folder.depths()),
                tables(folder.tables(), json),
                List.copyOf(notes));
    }

    public boolean hasEnded() {
        return !verdict.isEmpty();
    }

    /** When it began, or the first fact's time. */
    public Instant begun() {
        if (run.path("begun").isTextual()) {
            return Instant.parse(run.path("begun").textValue());
        }
        return history.entries().isEmpty()
                ? Instant.EPOCH
                : history.entries().get(0).at();
    }

    private static Path realPathOf(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            throw new NoSuchRunException(path + " is no run folder: there is nothing there");
        }
    }

    /** File by file, so that one that cannot be read takes none of the others with it. */
    private static History histories(Path folder, List<String> notes) {
        History all = History.of(List.of());
        for (Path file : filesIn(folder, ".jsonl")) {
            try {
                all = all.and(HistoryReader.readFile(file));
            } catch (HistoryException e) {
                notes.add("Left out a history: " + e.getMessage());
            }
        }
        return all;
    }

    private static Map<String, JsonNode> tables(Path folder, TolerantJson json) {
        Map<String, JsonNode> tables = new TreeMap<>();
        for (Path file : filesIn(folder, ".json")) {
            tables.put(file.getFileName().toString().replaceFirst("\\.json$", ""), json.document(file));
        }
        return tables;
    }

    private static List<Path> filesIn(Path folder, String ending) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder + ": " + e, e);
        }
    }
}
