package dev.queuelab.core.knob;

/** How the consumer guards against doing the same work twice. */
public enum Idempotency {
    /** Look whether the work was done before doing it, and name the work to the external service. */
    CHECK,
    /** Do the work at every delivery. */
    NONE
}
