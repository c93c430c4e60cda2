package dev.queuelab.scenarios.kit;

import java.time.Duration;
import java.time.Instant;

/** Time since some moment of the play. */
public interface Stopwatch {

    /** The moment. */
    Instant start();

    /**
     * Waits until so much time has passed since that moment; returns at once if it has.
     *
     * @param why what happens in that time, in words that complete "waiting for"
     */
    void await(Duration time, String why);
}
