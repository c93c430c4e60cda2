package dev.queuelab.report.analysis;

import java.util.List;
import java.util.stream.DoubleStream;

/**
 * What one process did with a message that it received.
 *
 * @param process who received it
 * @param count the queue's count of the message's deliveries, this one included
 * @param to when the process was done with it, or was no more; else the run's end
 * @param facts after the receive, in order
 */
public record Delivery(String process, int count, double from, double to, End end, List<Mark> facts) {

    /** How it ended. */
    public enum End {
        DELETED,
        /** The queue refused the deletion: the message had become visible again. */
        DELETE_STALE,
        REJECTED,
        FAILED,
        HANDED_BACK,
        /** The process crashed on purpose. */
        CRASHED,
        /** The process died with the message in hand. */
        DIED,
        /** The process stopped in good order, and had not begun with the message. */
        PUT_DOWN,
        /** The work was done, and the message left on the queue. */
        NOT_DELETED,
        /** The visibility timeout passed, and nothing more was recorded. */
        EXPIRED,
        /** Still in hand when the record ends. */
        OPEN
    }

    boolean has(String kind) {
        return times(kind).findAny().isPresent();
    }

    /** When facts of this kind were recorded. */
    DoubleStream times(String kind) {
        return facts.stream().filter(fact -> fact.kind().equals(kind)).mapToDouble(Mark::at);
    }
}
