package dev.queuelab.lab.stage;

import dev.queuelab.core.history.History;
import dev.queuelab.core.history.HistoryReader;
import dev.queuelab.gateway.history.WireHistory;
import dev.queuelab.lab.process.ChildProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A consumer's process and what is known of it.
 *
 * @param foreign whether it is a program in our consumer's place, which may keep no history
 * @param wire what the gateway sees, if its calls pass it
 */
record ConsumerHandle(ChildProcess process, boolean foreign, Path historyFile, Optional<WireHistory> wire) {

    String name() {
        return process.name();
    }

    /** What it has recorded so far, or else what the gateway has seen of it. */
    History history() {
        History own = ownHistory();
        return keepsHistory(own) ? own : wire.map(seen -> seen.of(name())).orElse(own);
    }

    private History ownHistory() {
        return Files.exists(historyFile) ? HistoryReader.readFile(historyFile) : History.of(List.of());
    }

    private boolean keepsHistory(History own) {
        return !foreign || !own.entries().isEmpty();
    }

    /** Whether it is ours, or has recorded something so far. */
    boolean keepsHistory() {
        return keepsHistory(ownHistory());
    }

    /** Whether it keeps no history, and nobody else sees what it does. */
    boolean isUnobserved() {
        return wire.isEmpty() && !keepsHistory();
    }
}
