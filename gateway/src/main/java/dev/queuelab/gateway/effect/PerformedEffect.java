package dev.queuelab.gateway.effect;

import java.time.Instant;
import java.util.Optional;

/**
 * What the service has done under one key.
 *
 * @param originalMessageId the message that asked for it first; empty if the request named none
 */
public record PerformedEffect(
        String key, Optional<String> originalMessageId, long timesPerformed, Instant firstAt, Instant lastAt) {

    PerformedEffect again(Instant at) {
        return new PerformedEffect(key, originalMessageId, timesPerformed + 1, firstAt, at);
    }
}
