package dev.queuelab.core.knob;

/** What a failed message means for the others received with it. */
public enum BatchFailure {
    /** Nothing: each message is deleted or left on its own. */
    EACH,
    /**
     * On a FIFO queue, those after it in its group are handed back, so that none overtakes it. At its last delivery they go
     * on: it will not come back.
     */
    GROUP,
    /** All of them stay on the queue, as if the whole batch had failed. */
    ALL
}
