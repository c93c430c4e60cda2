package dev.queuelab.scenarios.check;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What was found on the stack once the play had ended.
 *
 * @param deadLetters what the dead-letter queue holds
 * @param effects what the effects table and the external service by HTTP recorded, by key; only keys that this run used
 * @param statusRecords what the status table says of this run's messages, by id; read only if a consumer kept no history
 * @param unobserved consumers that kept no history: of these only what is seen from outside is known
 */
public record StackSnapshot(
        Instant at,
        Depth queue,
        Depth deadLetterQueue,
        List<DeadLetter> deadLetters,
        Map<String, Effect> effects,
        Map<String, StatusRecord> statusRecords,
        Set<String> unobserved) {

    public StackSnapshot {
        deadLetters = List.copyOf(deadLetters);
        effects = Map.copyOf(effects);
        statusRecords = Map.copyOf(statusRecords);
        unobserved = Set.copyOf(unobserved);
    }

    /**
     * A message in the dead-letter queue.
     *
     * @param receiveCount deliveries so far, the one by which it was found in the dead-letter queue included
     */
    public record DeadLetter(String id, String messageId, int receiveCount) {}

    /**
     * What the external service recorded under a key.
     *
     * @param timesPerformed 0 if its record does not say
     */
    public record Effect(long timesPerformed, String originalMessageId) {

        /** Both together, where the effect was performed in two places. */
        public Effect and(Effect other) {
            boolean counted = timesPerformed > 0 && other.timesPerformed > 0;
            return new Effect(
                    counted ? timesPerformed + other.timesPerformed : 0,
                    originalMessageId.isEmpty() ? other.originalMessageId : originalMessageId);
        }
    }

    /**
     * A consumer's own bookkeeping of a message.
     *
     * @param attempts how often work on it began; 0 if the record does not say
     */
    public record StatusRecord(String status, long attempts) {
        public static final String COMPLETED = "COMPLETED";
    }
}
