package dev.queuelab.scenarios.kit;

import java.util.Set;

/** What somebody who runs a queue does to it by hand. */
public interface Operator {

    /**
     * Asks for the queue to be purged, and does not wait for it to be done: that takes up to 60 seconds, in which new
     * messages may be taken as well (Amazon SQS API reference, PurgeQueue).
     *
     * @return whether the request was accepted
     */
    boolean purge();

    /** Moves all dead letters back to the queue, and waits until they are there. */
    void redrive();

    /** Looks into the dead-letter queue, reports what is there for which reason, and leaves it there. */
    void inspect(TriageRules rules);

    /**
     * Sends the dead letters with one of these reasons to the queue again, as new messages with the same body and attributes,
     * and then deletes them from the dead-letter queue. The others stay there. It is recorded as a redrive.
     */
    void redrive(TriageRules rules, Set<FailureReason> reasons);
}
