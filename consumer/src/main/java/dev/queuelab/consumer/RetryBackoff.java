package dev.queuelab.consumer;

import dev.queuelab.core.knob.Knobs;
import dev.queuelab.core.toolbox.Seconds;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.retries.api.BackoffStrategy;

/**
 * How long a message whose work failed stays away before it is delivered again. Its limit doubles with each delivery; half of
 * it is certain, and the rest is chosen at random, so that messages that failed together do not come back together. A queue
 * grants few deliveries, so a pause that may be zero would waste one.
 */
final class RetryBackoff {
    private final Optional<BackoffStrategy> pauses;

    private RetryBackoff(Optional<BackoffStrategy> pauses) {
        this.pauses = pauses;
    }

    static RetryBackoff of(Settings settings) {
        Duration first = Seconds.toDuration(settings.get(Knobs.RETRY_BACKOFF_SECONDS));
        Duration longest = Seconds.toDuration(settings.get(Knobs.RETRY_BACKOFF_MAX_SECONDS));
        return new RetryBackoff(
                first.isZero() || longest.isZero()
                        ? Optional.empty()
                        : Optional.of(BackoffStrategy.exponentialDelayHalfJitter(shorter(first, longest), longest)));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /** How long after a failure at the {@code receiveCount}th delivery, from 1; empty for the visibility timeout that it has. */
    Optional<Duration> after(int receiveCount) {
        return pauses.map(strategy -> strategy.computeDelay(Math.max(1, receiveCount) + 1));
    }
}
