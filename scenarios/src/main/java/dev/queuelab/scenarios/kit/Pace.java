package dev.queuelab.scenarios.kit;

/** How long a story takes. */
public enum Pace {
    /** Seconds. */
    SHORT,
    /** Minutes. */
    LONG
}
