package dev.queuelab.lab.stage;

import dev.queuelab.core.history.History;
import dev.queuelab.core.history.HistoryReader;
import dev.queuelab.lab.process.ChildProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A consumer's process and what it records.
 *
 * @param foreign whether it is a program in our consumer's place, which may keep no history
 */
record ConsumerHandle(ChildProcess process, boolean foreign, Path historyFile) {

    String name() {
        return process.name();
    }

    /** What it has recorded so far; nothing before it has begun. */
    History history() {
        return Files.exists(historyFile) ? HistoryReader.readFile(historyFile) : History.of(List.of());
    }

    /** Whether it is not ours and has recorded nothing so far. */
    boolean isUnobserved() {
        return foreign && history().entries().isEmpty();
    }
}
