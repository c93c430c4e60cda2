package dev.queuelab.scenarios.check;

import dev.queuelab.core.history.Event;
import dev.queuelab.core.history.History;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** All that a run left behind: what its processes recorded, and what was found on the stack afterwards. */
public final class Evidence {
    private final History history;
    private final Depth queue;
    private final Depth deadLetterQueue;
    private final List<DeadLetter> deadLetters;
    private final Map<String, Effect> effects;
    private final Map<String, Set<String>> keys;
    private final Set<String> deadIds;
    private final Set<String> expiredIds;

    /**
     * Evidence of a run.
     *
     * @param effects what the external service recorded, by key; only keys that this run used
     */
    public Evidence(
            History history,
            Depth queue,
            Depth deadLetterQueue,
            List<DeadLetter> deadLetters,
            Map<String, Effect> effects) {
        this.history = history;
        this.queue = queue;
        this.deadLetterQueue = deadLetterQueue;
        this.deadLetters = List.copyOf(deadLetters);
        this.effects = Map.copyOf(effects);
        this.keys = keysIn(history);
        this.deadIds = deadLetters.stream().map(DeadLetter::id).collect(Collectors.toUnmodifiableSet());
        this.expiredIds =
                history.all(Event.Expired.class).map(Event.Expired::id).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * A message in the dead-letter queue.
     *
     * @param receiveCount deliveries so far, that of looking at it in the dead-letter queue included
     */
    public record DeadLetter(String id, String messageId, int receiveCount) {}

    /** What the external service recorded under a key. */
    public record Effect(long timesPerformed, String originalMessageId) {}

    public History history() {
        return history;
    }

    public Depth queue() {
        return queue;
    }

    public Depth deadLetterQueue() {
        return deadLetterQueue;
    }

    public List<DeadLetter> deadLetters() {
        return deadLetters;
    }

    public Map<String, Effect> effects() {
        return effects;
    }

    /** Whether the external service did the work of the message with this id. */
    public boolean isDone(String id) {
        return keysOf(id).stream().anyMatch(effects::containsKey);
    }

    public boolean isDeadLettered(String id) {
        return deadIds.contains(id);
    }

    /** Whether a consumer dropped the message since it was too old. */
    public boolean isExpired(String id) {
        return expiredIds.contains(id);
    }

    /** The keys that consumers knew the message's work by; its id, where none got as far as to choose one. */
    public Set<String> keysOf(String id) {
        return keys.getOrDefault(id, Set.of(id));
    }

    private static Map<String, Set<String>> keysIn(History history) {
        Map<String, Set<String>> keys = new HashMap<>();
        history.all(Event.EffectAttempted.class).forEach(event -> add(keys, event.id(), event.key()));
        history.all(Event.Skipped.class).forEach(event -> add(keys, event.id(), event.key()));
        return keys;
    }

    private static void add(Map<String, Set<String>> keys, String id, String key) {
        keys.computeIfAbsent(id, unused -> new HashSet<>()).add(key);
    }
}
