package dev.queuelab.lab.stage;

import dev.queuelab.core.history.Event;
import dev.queuelab.core.history.History;
import dev.queuelab.core.history.HistoryTail;
import dev.queuelab.gateway.history.WireHistory;
import dev.queuelab.lab.process.ChildProcess;
import java.util.Optional;

/**
 * A consumer's process and what is known of it.
 *
 * @param foreign whether it is a program in our consumer's place, which may keep no history
 * @param own the history that it writes, if it does
 * @param wire what the gateway sees, if its calls pass it
 */
record ConsumerHandle(ChildProcess process, boolean foreign, HistoryTail own, Optional<WireHistory> wire) {

    String name() {
        return process.name();
    }

    /** What it has recorded so far, or else what the gateway has seen of it. */
    History history() {
        History recorded = own.read();
        return keepsHistory(recorded)
                ? recorded
                : wire.map(seen -> seen.of(name())).orElse(recorded);
    }

    /** Whether it is known to have received a message. */
    boolean hasReceived() {
        return history().all(Event.Received.class).findAny().isPresent();
    }

    private boolean keepsHistory(History recorded) {
        return !foreign || !recorded.entries().isEmpty();
    }

    /** Whether it is ours, or has recorded something so far. */
    boolean keepsHistory() {
        return !foreign || keepsHistory(own.read());
    }

    /** Whether it keeps no history, and nobody else sees what it does. */
    boolean isUnobserved() {
        return wire.isEmpty() && !keepsHistory();
    }
}
