package dev.queuelab.scenarios.kit;

/** How long a scenario takes, and what it is made for. */
public enum Pace {
    /** Seconds. */
    SHORT,
    /** Minutes. */
    LONG,
    /** Less than a minute; made for consumers that are not ours, so that only the command conformance plays it unasked. */
    CONFORMANCE
}
