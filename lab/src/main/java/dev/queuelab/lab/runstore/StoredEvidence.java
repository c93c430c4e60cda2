package dev.queuelab.lab.runstore;

import dev.queuelab.core.history.HistoryReader;
import dev.queuelab.core.trace.QueueSettings;
import dev.queuelab.gateway.history.CallReader;
import dev.queuelab.gateway.history.WireHistory;
import dev.queuelab.scenarios.check.Evidence;
import dev.queuelab.scenarios.check.StackSnapshot;
import dev.queuelab.scenarios.check.WireEvidence;
import java.nio.file.Files;
import java.util.Optional;

/** A run's evidence as its folder holds it: all that checks judge, whether the run just ended or ended long ago. */
public final class StoredEvidence {
    private StoredEvidence() {}

    /**
     * The evidence, read to the letter: a report may leave out what it cannot read, a check may not.
     *
     * @throws dev.queuelab.core.history.HistoryException if a history cannot be read
     */
    public static Evidence read(RunFolder folder, QueueSettings queue, StackSnapshot snapshot) {
        return new Evidence(
                HistoryReader.readFolder(folder.histories()), queue, snapshot, StoredRun.files(folder), wire(folder));
    }

    private static Optional<WireEvidence> wire(RunFolder folder) {
        if (!Files.exists(folder.calls())) {
            return Optional.empty();
        }
        WireHistory seen = WireHistory.of(CallReader.read(folder.calls()));
        return Optional.of(new WireEvidence(seen.history(), seen.disturbed()));
    }
}
