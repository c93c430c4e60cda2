package dev.queuelab.producer.sending;

import java.time.Duration;
import java.util.function.LongSupplier;

/** Says when messages are due. */
public interface RateLimit {

    /** How long until the next message is due; zero if it is. */
    Duration untilNext();

    /** Takes the messages that are due now, at least one and at most {@code most}, and returns how many. */
    int take(int most);

    /**
     * A pace that begins now.
     *
     * @param perSecond messages a second; 0 for as many as one likes
     * @param nanoTime the time in nanoseconds since some fixed moment
     */
    static RateLimit of(double perSecond, LongSupplier nanoTime) {
        return perSecond == 0 ? new Unlimited() : new SteadyRate(perSecond, nanoTime);
    }

    /** Everything is due at once. */
    record Unlimited() implements RateLimit {
        @Override
        public Duration untilNext() {
            return Duration.ZERO;
        }

        @Override
        public int take(int most) {
            return most;
        }
    }
}
