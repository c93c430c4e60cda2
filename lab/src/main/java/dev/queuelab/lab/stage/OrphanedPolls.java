package dev.queuelab.lab.stage;

import dev.queuelab.core.history.Event;
import dev.queuelab.core.history.History;
import dev.queuelab.gateway.history.WireHistory;
import dev.queuelab.lab.waiting.Wait;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/**
 * Long polls that consumers left open at their end. The queue gives the next message to such a poll, where nobody reads
 * it: it comes back after the visibility timeout with one delivery less to go, so a good message could be dead-lettered.
 * The next process starts only when they have ended.
 *
 * <p>The gateway sees them, and ends them within a second. Without it, a consumer of ours polls for {@link #LONG_POLL},
 * and another program for as long as it likes.
 */
final class OrphanedPolls {
    /** How long our own consumer polls: short, so that one that is asked to stop does so soon. */
    static final Duration LONG_POLL = Duration.ofSeconds(1);

    /** The longest poll that SQS allows (API reference, ReceiveMessage). */
    private static final Duration LONGEST_POLL = Duration.ofSeconds(20);

    /** Until the queue notices that a poll has ended. */
    private static final Duration NOTICE = Duration.ofMillis(300);

    /** Beyond the time that a poll may last, on however busy a machine. */
    private static final Duration MARGIN = Duration.ofSeconds(10);

    private final Set<String> ended = new HashSet<>();
    private long openUntil;
    private boolean open;

    /** A consumer has just ended. That of one whose calls pass the gateway is waited for at once. */
    void leftBy(ConsumerHandle consumer) {
        if (!ended.add(consumer.name())) {
            return;
        }
        if (consumer.wire().isPresent()) {
            awaitEnd(consumer.wire().get(), consumer.name());
        } else {
            leftBy(consumer.history(), consumer.foreign() ? LONGEST_POLL : LONG_POLL);
        }
    }

    /** Waits for the end of the poll of a consumer that does not read any more. */
    static void awaitEnd(WireHistory seen, String name) {
        Wait.atMost(LONGEST_POLL.plus(MARGIN), "the poll that " + name + " left open to end")
                .until(() -> seen.isPolling(name), stillOpen -> !stillOpen);
    }

    /**
     * A consumer with this history has just ended. One that stopped, or died at its work, had no poll open.
     *
     * @param poll how long it polls at most
     */
    void leftBy(History history, Duration poll) {
        if (endedWithoutPoll(history)) {
            return;
        }
        long end = System.nanoTime() + poll.plus(NOTICE).toNanos();
        openUntil = open ? Math.max(openUntil, end) : end;
        open = true;
    }

    boolean mayBeOpen() {
        return open;
    }

    void awaitEnd() {
        if (open) {
            Wait.atMost(LONGEST_POLL.plus(MARGIN), "the poll that an ended consumer left open to end")
                    .until(() -> openUntil - System.nanoTime(), left -> left <= 0);
            open = false;
        }
    }

    private static boolean endedWithoutPoll(History history) {
        if (history.entries().isEmpty()) {
            return false;
        }
        Event last = history.entries().get(history.entries().size() - 1).event();
        return last instanceof Event.Received
                || last instanceof Event.BodyChanged
                || last instanceof Event.EffectAttempted
                || last instanceof Event.EffectPerformed
                || last instanceof Event.Completed
                || last instanceof Event.Stopped
                || last instanceof Event.Crashed;
    }
}
