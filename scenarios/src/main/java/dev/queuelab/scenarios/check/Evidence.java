package dev.queuelab.scenarios.check;

import dev.queuelab.core.history.Event;
import dev.queuelab.core.history.History;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * All that a run left behind.
 *
 * @param effects what the external service recorded, by key; only keys that this run used
 */
public record Evidence(
        History history,
        Depth queue,
        Depth deadLetterQueue,
        List<DeadLetter> deadLetters,
        Map<String, Effect> effects) {

    /**
     * A message in the dead-letter queue.
     *
     * @param receiveCount deliveries so far, that of looking at it in the dead-letter queue included
     */
    public record DeadLetter(String id, String messageId, int receiveCount) {}

    /** What the external service recorded under a key. */
    public record Effect(long timesPerformed, String originalMessageId) {}

    /** Whether the external service did the work of the message with this id. */
    public boolean isDone(String id) {
        return effects.containsKey(keys().getOrDefault(id, id));
    }

    public boolean isDeadLettered(String id) {
        return deadLetters.stream().anyMatch(letter -> letter.id().equals(id));
    }

    /** The key that each message's work was known by, where a consumer got as far as to choose one. */
    private Map<String, String> keys() {
        Map<String, String> keys = new HashMap<>();
        Stream.concat(
                        history.all(Event.EffectAttempted.class).map(event -> Map.entry(event.id(), event.key())),
                        history.all(Event.Skipped.class).map(event -> Map.entry(event.id(), event.key())))
                .forEach(entry -> keys.put(entry.getKey(), entry.getValue()));
        return keys;
    }
}
