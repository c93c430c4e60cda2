package dev.queuelab.lab.runstore;

import dev.queuelab.core.trace.QueueSettings;
import dev.queuelab.scenarios.check.StackSnapshot;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The documents of a run folder: all but its histories and tables. What is missing or cannot be read is empty here and named
 * in {@code notes}.
 *
 * @param folder absolute
 * @param outcome empty if the run was killed, or is not over
 * @param snapshot empty if the run ended before its play did
 */
public record RunDocuments(
        RunFolder folder,
        Optional<RunInfo> info,
        Optional<RunOutcome> outcome,
        Optional<StackSnapshot> snapshot,
        List<String> notes) {

    public RunDocuments {
        notes = List.copyOf(notes);
    }

    /**
     * Reads a run folder's documents.
     *
     * @param path the folder, or {@code runs/latest}
     * @throws NoSuchRunException if it is not a run folder
     */
    public static RunDocuments read(Path path) {
        RunFolder folder = StoredRun.find(path);
        List<String> notes = new ArrayList<>();
        Optional<RunInfo> info = StoreJson.read(folder.run(), RunInfo.class, notes);
        Optional<RunOutcome> outcome = StoreJson.read(folder.verdict(), RunOutcome.class, notes);
        if (!Files.exists(folder.run())) {
            notes.add("There is no run.json: the run was killed at its very beginning.");
        } else if (!Files.exists(folder.verdict())) {
            notes.add("There is no verdict.json: the run was killed, or is not over. This is what it has recorded.");
        }
        Optional<StackSnapshot> snapshot = StoreJson.read(folder.evidence(), StackSnapshot.class, notes);
        return new RunDocuments(folder, info, outcome, snapshot, notes);
    }

    public QueueSettings queueSettings() {
        return info.flatMap(RunInfo::queue).map(RunInfo.Queue::settings).orElse(QueueSettings.UNKNOWN);
    }
}
