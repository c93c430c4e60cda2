package dev.queuelab.consumer;

import dev.queuelab.core.knob.Knobs;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * How long ago a message may have been sent for its work still to be wanted. The queue's clock stamps the sending and
 * ours tells the age, so the limit is as exact as the two agree.
 */
final class MaximumAge {
    private final Duration limit;
    private final InstantSource clock;

    /** @param limit zero for none */
    private MaximumAge(Duration limit, InstantSource clock) {
        this.limit = limit;
        this.clock = clock;
    }

    static MaximumAge of(Settings settings, InstantSource clock) {
        return new MaximumAge(Seconds.toDuration(settings.get(Knobs.MAX_MESSAGE_AGE_SECONDS)), clock);
    }

    /**
     * Makes sure that the message is not too old. One whose queue does not tell when it was sent is of no age.
     *
     * @throws ExpiredException if it is
     */
    void require(Delivery delivery) {
        if (limit.isZero() || delivery.sentAt().equals(Instant.EPOCH)) {
            return;
        }
        Duration age = Duration.between(delivery.sentAt(), clock.instant());
        if (age.compareTo(limit) > 0) {
            throw new ExpiredException(age);
        }
    }
}
