package dev.queuelab.core.aws;

import java.time.Duration;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.retries.api.RetryStrategy;

/**
 * How a client repeats a call that failed. Pauses are chosen at random between zero and a limit, which doubles with each
 * failure ("full jitter": Amazon Builders' Library, Timeouts, retries and backoff with jitter).
 *
 * @param attempts the first included
 * @param first the limit of the first pause; zero for no pauses at all
 * @param longest the limit that no pause exceeds
 * @param outlastsRefusals whether a call is repeated, too, that is refused since a queue or a right to it is not there
 */
public record CallRetries(int attempts, Duration first, Duration longest, boolean outlastsRefusals) {
    /** The SDK waits ten times as long after a service has said that there are too many calls; here it is five times. */
    private static final int THROTTLED = 5;

    /** The pauses; the second try has the first one. */
    public BackoffStrategy backoff() {
        return pauses(first);
    }

    private BackoffStrategy pauses(Duration from) {
        return from.isZero() || longest.isZero()
                ? BackoffStrategy.retryImmediately()
                : BackoffStrategy.exponentialDelay(shorter(from), longest);
    }

    private Duration shorter(Duration from) {
        return from.compareTo(longest) < 0 ? from : longest;
    }

    /** Besides what the SDK takes for passing by itself. */
    RetryStrategy strategy() {
        var builder = DefaultRetryStrategy.standardStrategyBuilder()
                .maxAttempts(attempts)
                .backoffStrategy(backoff())
                .throttlingBackoffStrategy(pauses(first.multipliedBy(THROTTLED)));
        if (outlastsRefusals) {
            builder.retryOnException(error -> error instanceof SdkException refusal && ErrorCodes.mayBeLifted(refusal));
        }
        return builder.build();
    }
}
