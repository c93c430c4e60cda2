package dev.queuelab.scenarios.kit;

import java.time.Duration;

/** Time since some moment of the play. */
public interface Stopwatch {

    /**
     * Waits until so much time has passed since that moment; returns at once if it has.
     *
     * @param why what happens in that time, in words that complete "waiting for"
     */
    void await(Duration time, String why);
}
