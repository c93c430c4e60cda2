package dev.queuelab.core.trace;

import dev.queuelab.core.history.Entry;
import dev.queuelab.core.history.Event;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What one process did with a message that it received.
 *
 * @param process the process that received it
 * @param received what the queue said of the message
 * @param at when it was received
 * @param endedAt when the process was done with it, or ended; for an open delivery, when the record ends
 * @param facts what the process recorded about the message afterwards, in order
 */
public record Delivery(
        String process, Event.Received received, Instant at, Instant endedAt, End end, List<Entry> facts) {

    public Delivery {
        facts = List.copyOf(facts);
    }

    /** How a delivery ended. */
    public enum End {
        DELETED,
        /** The queue refused the deletion: the message had become visible again. */
        DELETE_STALE,
        REJECTED,
        FAILED,
        HANDED_BACK,
        /** The process crashed on purpose. */
        CRASHED,
        /** The process died while it had the message in hand. */
        DIED,
        /** The process stopped in good order and had not begun to work on the message. */
        NOT_BEGUN,
        /** The work was done, and the message was left on the queue. */
        NOT_DELETED,
        /** The visibility timeout passed, and nothing more was recorded. */
        TIMED_OUT,
        /** Still in hand when the record ends. */
        OPEN
    }

    /** The queue's count of the message's deliveries, this one included. */
    public int receiveCount() {
        return received.receiveCount();
    }

    /** When the first fact of this kind was recorded. */
    public Optional<Instant> timeOf(Class<? extends Event> kind) {
        return facts.stream()
                .filter(fact -> kind.isInstance(fact.event()))
                .map(Entry::at)
                .findFirst();
    }

    /** Whether the consumer knew that the work is done. */
    boolean isWorkDone() {
        return timeOf(Event.Completed.class).isPresent()
                || timeOf(Event.Skipped.class).isPresent();
    }

    /** Whether its process was lost before it was done with the message. */
    boolean isLost() {
        return end == End.CRASHED || end == End.DIED;
    }

    /**
     * When the queue makes the message visible again if nobody deletes it: once it is handed back, or when the last
     * visibility timeout is over. Empty if that is not known.
     */
    Optional<Instant> visibleAgainAt(QueueSettings queue) {
        Optional<Instant> visible =
                queue.knowsVisibilityTimeout() ? Optional.of(at.plus(queue.visibilityTimeout())) : Optional.empty();
        for (Entry fact : facts) {
            if (fact.event() instanceof Event.HandedBack) {
                return Optional.of(fact.at());
            } else if (fact.event() instanceof Event.Extended extended) {
                visible = Optional.of(fact.at().plusSeconds(extended.seconds()));
            }
        }
        return visible;
    }
}
