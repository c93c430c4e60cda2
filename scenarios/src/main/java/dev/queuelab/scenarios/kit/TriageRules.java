package dev.queuelab.scenarios.kit;

import dev.queuelab.core.payload.Payload;
import dev.queuelab.core.payload.SchemaVersion;
import java.time.Instant;
import java.util.Optional;

/**
 * By which rules dead letters are grouped. A reason whose rule is missing applies to none of them.
 *
 * @param poisonMarker a text that is in the body of poison
 * @param schemaMajor the major version that the consumers read
 * @param sentBefore what was sent before this moment is stale, by the queue's clock
 */
public record TriageRules(Optional<String> poisonMarker, Optional<Integer> schemaMajor, Optional<Instant> sentBefore) {
    public static final TriageRules NONE = new TriageRules(Optional.empty(), Optional.empty(), Optional.empty());

    public TriageRules withPoisonMarker(String marker) {
        return new TriageRules(Optional.of(marker), schemaMajor, sentBefore);
    }

    public TriageRules withSchemaMajor(int major) {
        return new TriageRules(poisonMarker, Optional.of(major), sentBefore);
    }

    public TriageRules withSentBefore(Instant moment) {
        return new TriageRules(poisonMarker, schemaMajor, Optional.of(moment));
    }

    /**
     * The reason of a message with this body. What no fix of a service cures comes first: a message that is poison and stale is
     * poison.
     *
     * @param sentAt its SentTimestamp
     */
    public FailureReason reasonOf(String body, Instant sentAt) {
        Payload payload = Payload.parse(body);
        if (poisonMarker.filter(payload::contains).isPresent()) {
            return FailureReason.POISON;
        }
        if (payload.whyRaw().isPresent()) {
            return FailureReason.UNDECODABLE;
        }
        if (schemaMajor.filter(major -> !isOf(major, payload)).isPresent()) {
            return FailureReason.SCHEMA;
        }
        return sentBefore.filter(sentAt::isBefore).isPresent() ? FailureReason.STALE : FailureReason.TRANSIENT;
    }

    /** What names no version was sent before there were versions; one that cannot be read is of none. */
    private static boolean isOf(int major, Payload payload) {
        try {
            return payload.text(Payload.SCHEMA_VERSION)
                            .map(SchemaVersion::parse)
                            .orElse(SchemaVersion.FIRST)
                            .major()
                    == major;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
