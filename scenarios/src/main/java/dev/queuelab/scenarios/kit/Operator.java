package dev.queuelab.scenarios.kit;

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
}
