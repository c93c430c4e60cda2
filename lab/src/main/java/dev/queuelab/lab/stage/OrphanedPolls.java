package dev.queuelab.lab.stage;

import dev.queuelab.core.history.Event;
import dev.queuelab.core.history.History;
import dev.queuelab.lab.waiting.Wait;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Long polls that dead consumers left open. The queue gives the next message to such a poll, where nobody reads it: it
 * comes back after the visibility timeout with one delivery less to go, so a good message could be dead-lettered. A
 * producer starts only when they have ended.
 */
final class OrphanedPolls {
    /** How long a consumer polls: short, so that one that is asked to stop does so soon. */
    static final Duration LONG_POLL = Duration.ofSeconds(1);

    /** Until the poll ends, and the queue notices it. */
    private static final Duration MOST = LONG_POLL.plusMillis(300);

    /** The longest poll that SQS allows (API reference, ReceiveMessage), and until it is noticed that it ended. */
    private static final Duration LONGEST = Duration.ofSeconds(25);

    private final List<BooleanSupplier> seen = new ArrayList<>();
    private long lastDeath;
    private boolean open;

    /** A consumer with this history has just died. One that died at its work had no poll open. */
    void leftBy(History history) {
        if (!diedAtWork(history)) {
            lastDeath = System.nanoTime();
            open = true;
        }
    }

    /** A consumer has just ended whose calls the gateway sees, and which may have left a poll open. */
    void leftOpenWhile(BooleanSupplier polling) {
        seen.add(polling);
    }

    boolean mayBeOpen() {
        return open || seen.stream().anyMatch(BooleanSupplier::getAsBoolean);
    }

    void awaitEnd() {
        for (BooleanSupplier polling : seen) {
            Wait.atMost(LONGEST, "the poll that an ended consumer left open to end")
                    .until(polling::getAsBoolean, stillOpen -> !stillOpen);
        }
        seen.clear();
        if (open) {
            Wait.atMost(MOST.multipliedBy(2), "the poll that a dead consumer left open to end")
                    .until(() -> System.nanoTime() - lastDeath, age -> age >= MOST.toNanos());
            open = false;
        }
    }

    private static boolean diedAtWork(History history) {
        if (history.entries().isEmpty()) {
            return false;
        }
        Event last = history.entries().get(history.entries().size() - 1).event();
        return last instanceof Event.Received
                || last instanceof Event.BodyChanged
                || last instanceof Event.EffectAttempted
                || last instanceof Event.EffectPerformed
                || last instanceof Event.Completed
                || last instanceof Event.Crashed;
    }
}
