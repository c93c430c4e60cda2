package dev.queuelab.core.knob;

/** What a failed message means for the others received with it. */
public enum BatchFailure {
    /** Nothing: each message is deleted or left on its own. */
    EACH,
    /** All of them stay on the queue, as if the whole batch had failed. */
    ALL
}
