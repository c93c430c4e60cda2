package dev.queuelab.scenarios.kit;

/** How long a scenario takes. */
public enum Pace {
    /** Seconds. */
    SHORT,
    /** Minutes. */
    LONG
}
