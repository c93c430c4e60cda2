package dev.queuelab.producer.sending;

import java.time.Duration;

/** The time that a run lives in: a stopwatch, and waits that a request to stop cuts short. */
public interface StoppableClock {

    /** Nanoseconds since some fixed moment. */
    long nanos();

    /** Waits for {@code pause}, or less if a stop is requested; returns whether it is. */
    boolean stopRequestedWithin(Duration pause);
}
