package dev.queuelab.consumer;

import java.time.Duration;

/** How long the work on the most recent messages took. Not thread-safe. */
final class Pace {
    /** How much the newest message's work counts in the average. */
    private static final double NEWEST = 0.25;

    /** Before the first message is done, work is not taken to be quick. */
    private static final double NOT_KNOWN = Double.MAX_VALUE;

    private double averageNanos = NOT_KNOWN;
    private long newestNanos;

    /** The work on a message took so long. */
    void worked(long nanos) {
        newestNanos = nanos;
        averageNanos = averageNanos == NOT_KNOWN ? nanos : averageNanos + NEWEST * (nanos - averageNanos);
    }

    /** Whether work takes less than this on average. */
    boolean isQuickerThan(Duration time) {
        return averageNanos < time.toNanos();
    }

    /**
     * How many messages are done in this time, one after the other: a single slow one is noticed at once, and only
     * several quick ones are trusted. None before it is known how long the work takes.
     */
    long doneIn(Duration time) {
        return (long) (time.toNanos() / Math.max(1, Math.max((double) newestNanos, averageNanos)));
    }
}
