package dev.queuelab.gateway.call;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Optional;

/**
 * A message or an item that a call is about. What the call does not say is empty.
 *
 * @param messageId the queue's name for the message
 * @param id the producer's: the field {@code id} of its body
 * @param handle the first characters of the SHA-256 of its receipt handle, which is long and lets its holder delete
 * @param key of the item, as the table's key attribute has it
 * @param receiveCount how often the queue has delivered it, this time included
 * @param digest SHA-256 of the body, in hexadecimal
 * @param body the body, where bodies are recorded
 * @param visibilitySeconds for how long it is to be invisible from now on
 * @param failed the error's code, where a batch was done but for this entry
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record Subject(
        Optional<String> messageId,
        Optional<String> id,
        Optional<String> handle,
        Optional<String> key,
        Optional<Integer> receiveCount,
        Optional<Instant> sentAt,
        Optional<String> digest,
        Optional<String> body,
        Optional<Integer> visibilitySeconds,
        Optional<String> failed) {
    private static final Optional<String> NO_TEXT = Optional.empty();

    /** An item of a table. */
    static Subject item(String key) {
        return new Subject(
                NO_TEXT,
                NO_TEXT,
                NO_TEXT,
                Optional.of(key),
                Optional.empty(),
                Optional.empty(),
                NO_TEXT,
                NO_TEXT,
                Optional.empty(),
                NO_TEXT);
    }

    /** A message of which no more is known than these names. */
    static Subject message(Optional<String> messageId, Optional<String> id) {
        return new Subject(
                messageId,
                id,
                NO_TEXT,
                NO_TEXT,
                Optional.empty(),
                Optional.empty(),
                NO_TEXT,
                NO_TEXT,
                Optional.empty(),
                NO_TEXT);
    }

    Subject withHandle(String text) {
        return new Subject(
                messageId, id, Optional.of(text), key, receiveCount, sentAt, digest, body, visibilitySeconds, failed);
    }

    Subject withBody(String bodyDigest, Optional<String> text) {
        return new Subject(
                messageId,
                id,
                handle,
                key,
                receiveCount,
                sentAt,
                Optional.of(bodyDigest),
                text,
                visibilitySeconds,
                failed);
    }

    Subject withDelivery(Optional<Integer> count, Optional<Instant> sent) {
        return new Subject(messageId, id, handle, key, count, sent, digest, body, visibilitySeconds, failed);
    }

    Subject withVisibility(Optional<Integer> seconds) {
        return new Subject(messageId, id, handle, key, receiveCount, sentAt, digest, body, seconds, failed);
    }

    Subject withFailure(String code) {
        return new Subject(
                messageId, id, handle, key, receiveCount, sentAt, digest, body, visibilitySeconds, Optional.of(code));
    }

    /** What names it best: names that a producer gives are the same in each run with the same seed. */
    public String name() {
        return id.or(() -> key)
                .or(() -> messageId)
                .or(() -> handle)
                .or(() -> digest)
                .orElse("");
    }
}
