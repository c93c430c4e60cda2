package dev.queuelab.producer.sending;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Message i is due i/rate seconds after the start. Being counted from the start, late wake-ups do not add up. After a
 * stall the start moves, so that no more than a second's worth of messages is made up for.
 */
public final class SteadyRate implements RateLimit {
    private static final long MOST_LATE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final double nanosPerMessage;
    private final LongSupplier nanoTime;
    private long start;
    private long next;

    public SteadyRate(double perSecond, LongSupplier nanoTime) {
        this.nanosPerMessage = TimeUnit.SECONDS.toNanos(1) / perSecond;
        this.nanoTime = nanoTime;
        this.start = nanoTime.getAsLong();
    }

    @Override
    public Duration untilNext() {
        return Duration.ofNanos(Math.max(0, -lateNanos()));
    }

    @Override
    public int take(int most) {
        start += Math.max(0, lateNanos() - MOST_LATE_NANOS);
        long due = 1 + (long) (lateNanos() / nanosPerMessage);
        int taken = (int) Math.max(1, Math.min(due, most));
        next += taken;
        return taken;
    }

    /** How long the next message has been due; negative if it is not yet. */
    private long lateNanos() {
        return nanoTime.getAsLong() - start - (long) (next * nanosPerMessage);
    }
}
