package dev.queuelab.core.knob;

import java.time.Duration;

/** Whose clock a consumer measures the age of messages and the length of leases by. */
public enum ClockSource {
    /** Its machine's. */
    LOCAL,
    /** The service's, as the {@code Date} of its answers shows it. */
    SERVICE;

    /**
     * How far the service's clock, as a consumer knows it, may be behind the real one; it is never ahead. A {@code Date} has
     * whole seconds (RFC 9110, HTTP Semantics, 5.6.7), and some servers make a new one only each second.
     */
    public static final Duration PRECISION = Duration.ofSeconds(2);
}
