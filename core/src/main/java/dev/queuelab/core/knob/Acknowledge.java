package dev.queuelab.core.knob;

/** When a message is deleted from the queue. */
public enum Acknowledge {
    /** After its work is done and recorded. */
    AFTER,
    /** Before its work begins: what fails after that is lost. */
    BEFORE,
    /** After its work, even if that failed: a failure is swallowed, and its message lost. */
    ALWAYS,
    /** Not at all: every message comes back until the queue gives up on it. */
    NEVER
}
