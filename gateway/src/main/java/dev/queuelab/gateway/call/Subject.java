package dev.queuelab.gateway.call;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A message or an item that a call is about. What the call does not say is empty.
 *
 * @param messageId the queue's name for the message
 * @param id the producer's name for the message: the field {@code id} of its body; of an item, the message whose effect
 *     the call writes
 * @param handle the first characters of the SHA-256 of its receipt handle, which is long and lets its holder delete
 * @param key of the item, as the table's key attribute has it; of an effect, what its performances are counted under
 * @param receiveCount how often the queue has delivered it, this time included
 * @param digest SHA-256 of the body, in hexadecimal
 * @param body the body, where bodies are recorded
 * @param poison true for a message that is meant to be rejected
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
        Optional<Boolean> poison,
        Optional<Integer> visibilitySeconds,
        Optional<String> failed) {

    /** Whether it is an item by which an effect is recorded. */
    @JsonIgnore
    public boolean isEffect() {
        return key.isPresent() && id.isPresent();
    }

    /** All that names the message: the key of an item is a message's id where it is no business key. */
    public Set<String> names() {
        return Stream.of(id, messageId, key).flatMap(Optional::stream).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether one of these is a name of it. */
    public boolean isNamed(Set<String> some) {
        return names().stream().anyMatch(some::contains);
    }

    /** What names it best: names that a producer gives are the same in each run with the same seed. */
    public String name() {
        return key.or(() -> id)
                .or(() -> messageId)
                .or(() -> handle)
                .or(() -> digest)
                .orElse("");
    }

    static Builder builder() {
        return new Builder();
    }

    /** One that says the same, to add to. */
    Builder toBuilder() {
        Builder builder = new Builder();
        builder.messageId = messageId;
        builder.id = id;
        builder.handle = handle;
        builder.key = key;
        builder.receiveCount = receiveCount;
        builder.sentAt = sentAt;
        builder.digest = digest;
        builder.body = body;
        builder.poison = poison;
        builder.visibilitySeconds = visibilitySeconds;
        builder.failed = failed;
        return builder;
    }

    /** A subject of which more and more is known. */
    static final class Builder {
        private Optional<String> messageId = Optional.empty();
        private Optional<String> id = Optional.empty();
        private Optional<String> handle = Optional.empty();
        private Optional<String> key = Optional.empty();
        private Optional<Integer> receiveCount = Optional.empty();
        private Optional<Instant> sentAt = Optional.empty();
        private Optional<String> digest = Optional.empty();
        private Optional<String> body = Optional.empty();
        private Optional<Boolean> poison = Optional.empty();
        private Optional<Integer> visibilitySeconds = Optional.empty();
        private Optional<String> failed = Optional.empty();

        private Builder() {}

        Builder messageId(String value) {
            messageId = Optional.of(value);
            return this;
        }

        Builder id(Optional<String> value) {
            id = value;
            return this;
        }

        Builder handle(String value) {
            handle = Optional.of(value);
            return this;
        }

        Builder key(String value) {
            key = Optional.of(value);
            return this;
        }

        Builder receiveCount(Optional<Integer> value) {
            receiveCount = value;
            return this;
        }

        Builder sentAt(Optional<Instant> value) {
            sentAt = value;
            return this;
        }

        Builder digest(String value) {
            digest = Optional.of(value);
            return this;
        }

        Builder body(Optional<String> value) {
            body = value;
            return this;
        }

        Builder poison(boolean value) {
            poison = value ? Optional.of(true) : Optional.empty();
            return this;
        }

        Builder visibilitySeconds(Optional<Integer> value) {
            visibilitySeconds = value;
            return this;
        }

        Builder failed(String value) {
            failed = Optional.of(value);
            return this;
        }

        Subject build() {
            return new Subject(
                    messageId, id, handle, key, receiveCount, sentAt, digest, body, poison, visibilitySeconds, failed);
        }
    }
}
