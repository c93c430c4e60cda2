package dev.queuelab.consumer;

import dev.queuelab.core.knob.Knobs;
import dev.queuelab.core.toolbox.Seconds;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * How long ago a message may have been sent for its work still to be wanted. The queue's clock stamps the sending, and
 * {@code CLOCK} says whose clock the age is measured by: with the local one, the limit is as exact as the two agree.
 *
 * @param limit zero for none
 */
record AgeLimit(Duration limit, InstantSource clock) {

    static AgeLimit of(Settings settings, InstantSource clock) {
        return new AgeLimit(Seconds.toDuration(settings.get(Knobs.MAX_MESSAGE_AGE_SECONDS)), clock);
    }

    /** The message's age, if it is too old. A message without a SentTimestamp has no age. */
    Optional<Duration> exceededBy(Delivery delivery) {
        if (limit.isZero() || delivery.sentAt().equals(Instant.EPOCH)) {
            return Optional.empty();
        }
        Duration age = Duration.between(delivery.sentAt(), clock.instant());
        return Optional.of(age).filter(old -> old.compareTo(limit) > 0);
    }
}
