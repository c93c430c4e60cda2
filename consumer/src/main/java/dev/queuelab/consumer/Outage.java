package dev.queuelab.consumer;

import dev.queuelab.core.aws.CallErrors;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.retries.api.BackoffStrategy;

/** Failures of one call in a row: logged when they begin and when they are over, however many tries lie between. */
final class Outage {
    private static final Logger log = LoggerFactory.getLogger(Outage.class);

    /** Where no knob says anything: when the process starts. */
    private static final BackoffStrategy AT_START =
            BackoffStrategy.exponentialDelay(Duration.ofMillis(200), Duration.ofSeconds(10));

    private final String call;
    private final BackoffStrategy backoff;
    private int failures;
    private Optional<RuntimeException> last = Optional.empty();

    /** @param call what is tried, with its object, such as "receiving from queue URL" */
    Outage(String call) {
        this(call, AT_START);
    }

    Outage(String call, BackoffStrategy backoff) {
        this.call = call;
        this.backoff = backoff;
    }

    /** Returns how long to wait before the next try. */
    Duration failed(RuntimeException error) {
        failures++;
        last = Optional.of(error);
        String reason = LogText.reason(CallErrors.reason(error));
        if (failures == 1) {
            log.warn("{} failed, and is tried again until it succeeds: {}", call, reason);
        } else {
            log.debug("{} failed {} times in a row: {}", call, failures, reason);
        }
        return backoff.computeDelay(failures + 1); // which counts the first try, before which there is no pause
    }

    /** The call succeeded. */
    void over() {
        if (last.isPresent()) {
            log.warn("{} succeeds again after {} failed tries", call, failures);
        }
        failures = 0;
        last = Optional.empty();
    }

    /** @throws UnreachableException if the last try failed */
    void requireOver() {
        if (last.isPresent()) {
            throw new UnreachableException(
                    call + " failed " + failures + " times in a row, until the idle timeout: "
                            + LogText.reason(CallErrors.reason(last.get())),
                    last.get());
        }
    }
}
