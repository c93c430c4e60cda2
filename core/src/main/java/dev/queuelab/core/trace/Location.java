package dev.queuelab.core.trace;

/** Where a message is. */
public enum Location {
    /** Not yet acknowledged by the queue. */
    NOT_SENT,
    /** On the queue, ready to be received or soon to be. */
    WAITING,
    /** In a consumer's hand, invisible to others. */
    IN_FLIGHT,
    /** In the dead-letter queue, or due for it at the next receive. */
    DEAD_LETTERED,
    DELETED
}
