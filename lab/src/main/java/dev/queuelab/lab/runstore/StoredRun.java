package dev.queuelab.lab.runstore;

import dev.queuelab.core.history.History;
import dev.queuelab.core.history.HistoryException;
import dev.queuelab.core.history.HistoryReader;
import dev.queuelab.core.toolbox.FileErrors;
import dev.queuelab.core.toolbox.Utf8File;
import dev.queuelab.core.trace.MessageTraces;
import dev.queuelab.core.trace.QueueSettings;
import dev.queuelab.gateway.history.CallReader;
import dev.queuelab.gateway.history.CallRecord;
import dev.queuelab.scenarios.check.StackSnapshot;
import dev.queuelab.scenarios.check.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All that a run left. What is missing or cannot be read is empty here and named in {@code notes}: a report of a run that
 * was killed, or whose disk was full, shows what there is.
 *
 * @param calls what the gateway saw; empty if it was not used
 */
public record StoredRun(
        RunDocuments documents,
        History history,
        List<CallRecord> calls,
        List<StepRecord> steps,
        List<DepthSample> depths,
        Map<String, Table> tables,
        List<String> notes) {

    /**
     * Reads a run folder.
     *
     * @param path the folder, or {@code runs/latest}
     * @throws NoSuchRunException if it is not a run folder
     */
    public static StoredRun read(Path path) {
        RunDocuments documents = RunDocuments.read(path);
        RunFolder folder = documents.folder();
        List<String> notes = new ArrayList<>(documents.notes());
        History history = histories(folder.histories(), notes);
        history.torn().forEach(torn -> notes.add("A line was cut short by its process's death: " + torn));
        return new StoredRun(
                documents,
                history,
                calls(folder.calls(), notes),
                StoreJson.readLines(folder.steps(), StepRecord.class, notes),
                StoreJson.readLines(folder.depths(), DepthSample.class, notes),
                tables(folder.tables(), notes),
                List.copyOf(notes));
    }

    /**
     * The run folder that {@code path} is, or that {@code runs/latest} points at.
     *
     * @throws NoSuchRunException if it is not a run folder
     */
    public static RunFolder find(Path path) {
        RunFolder folder;
        try {
            folder = new RunFolder(LatestRun.resolve(path));
        } catch (IOException e) {
            throw new NoSuchRunException(path + " is not a run folder: there is nothing there");
        }
        if (!Files.isDirectory(folder.histories()) && !Files.exists(folder.run())) {
            throw new NoSuchRunException(path + " is not a run folder: it has neither run.json nor history/");
        }
        return folder;
    }

    /** The folder's absolute path is in it. */
    public RunFolder folder() {
        return documents.folder();
    }

    public Optional<RunInfo> info() {
        return documents.info();
    }

    /** Empty if the run was killed, or is not over. */
    public Optional<RunOutcome> outcome() {
        return documents.outcome();
    }

    /** Empty if the run ended before its play did. */
    public Optional<StackSnapshot> snapshot() {
        return documents.snapshot();
    }

    /** When it began; if it did not say, when its first fact was recorded. */
    public Instant begun() {
        return info().map(RunInfo::begun)
                .or(() -> history.entries().stream().findFirst().map(entry -> entry.at()))
                .orElse(Instant.EPOCH);
    }

    /** When it ended; of a run without an outcome, the last moment of which it recorded anything. */
    public Instant ended() {
        return outcome()
                .map(known -> begun().plusMillis(Math.round(known.seconds() * 1000)))
                .orElseGet(() -> Stream.of(
                                history.entries().stream().map(entry -> entry.at()),
                                steps.stream().map(StepRecord::at),
                                depths.stream().map(DepthSample::at))
                        .flatMap(times -> times)
                        .max(Instant::compareTo)
                        .orElse(begun()));
    }

    public QueueSettings queueSettings() {
        return documents.queueSettings();
    }

    /** What became of its messages. */
    public MessageTraces traces() {
        Set<String> deadLetters = snapshot().stream()
                .flatMap(found -> found.deadLetters().stream())
                .map(StackSnapshot.DeadLetter::id)
                .collect(Collectors.toSet());
        return MessageTraces.of(history, queueSettings(), deadLetters, ended());
    }

    /** The lines of each shared file, by its name. */
    static Map<String, List<String>> files(RunFolder folder) {
        Map<String, List<String>> files = new TreeMap<>();
        for (Path file : filesIn(folder.files(), "")) {
            try {
                files.put(
                        file.getFileName().toString(),
                        Utf8File.read(file).lines().toList());
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read " + file + ": " + FileErrors.reason(e), e);
            }
        }
        return files;
    }

    /** File by file, so that one that cannot be read does not hide the others. */
    private static History histories(Path folder, List<String> notes) {
        List<History> all = new ArrayList<>();
        for (Path file : filesIn(folder, ".jsonl")) {
            try {
                all.add(HistoryReader.readFile(file));
            } catch (HistoryException e) {
                notes.add("Left out a history: " + e.getMessage());
            }
        }
        return History.merged(all);
    }

    private static List<CallRecord> calls(Path file, List<String> notes) {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            return CallReader.read(file);
        } catch (HistoryException e) {
            notes.add("Left out the record of calls: " + e.getMessage());
            return List.of();
        }
    }

    private static Map<String, Table> tables(Path folder, List<String> notes) {
        Map<String, Table> tables = new TreeMap<>();
        for (Path file : filesIn(folder, ".json")) {
            String name = file.getFileName().toString().replaceFirst("\\.json$", "");
            StoreJson.read(file, Table.class, notes).ifPresent(table -> tables.put(name, table));
        }
        return tables;
    }

    private static List<Path> filesIn(Path folder, String ending) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(
                            file -> Files.isRegularFile(file) && file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder + ": " + FileErrors.reason(e), e);
        }
    }
}
