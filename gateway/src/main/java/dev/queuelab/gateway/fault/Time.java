package dev.queuelab.gateway.fault;

import java.time.Duration;
import java.time.Instant;

/** Time as faults see it, which a test moves. */
public interface Time {

    Instant now();

    /** Runs the action once, when this much time has passed. */
    void after(Duration delay, Runnable action);
}
