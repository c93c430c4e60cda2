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
    private final Map<String, Book> books;
    private final Set<String> silent;
    private final Map<String, Set<String>> keys;
    private final Set<String> deadIds;
    private final Set<String> expiredIds;

    /**
     * Evidence of a run.
     *
     * @param effects what the external service recorded, by key; only keys that this run used
     * @param books what the status table says of this run's messages, by id; only looked at where consumers are silent
     * @param silent consumers that kept no history: of these only what is seen from outside is known
     */
    public Evidence(
            History history,
            Depth queue,
            Depth deadLetterQueue,
            List<DeadLetter> deadLetters,
            Map<String, Effect> effects,
            Map<String, Book> books,
            Set<String> silent) {
        this.history = history;
        this.queue = queue;
        this.deadLetterQueue = deadLetterQueue;
        this.deadLetters = List.copyOf(deadLetters);
        this.effects = Map.copyOf(effects);
        this.books = Map.copyOf(books);
        this.silent = Set.copyOf(silent);
        this.keys = keysIn(history, effects);
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

    /**
     * What the external service recorded under a key.
     *
     * @param timesPerformed 0 where its record does not tell
     */
    public record Effect(long timesPerformed, String originalMessageId) {}

    /**
     * What a consumer's own books say of a message.
     *
     * @param attempts how often it was begun; 0 where they do not tell
     */
    public record Book(String status, long attempts) {
        public static final String COMPLETED = "COMPLETED";
    }

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

    public Map<String, Book> books() {
        return books;
    }

    /** Consumers that kept no history. */
    public Set<String> silent() {
        return silent;
    }

    /** Whether a consumer kept no history, so that what the histories do not tell may have happened all the same. */
    public boolean hasGaps() {
        return !silent.isEmpty();
    }

    /** Whether the consumers' books say that the message's work is done. */
    public boolean isBooked(String id) {
        Book book = books.get(id);
        return book != null && book.status().equals(Book.COMPLETED);
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

    /**
     * The keys that consumers knew the message's work by, or that the external service recorded its work under; its id,
     * where there are none.
     */
    public Set<String> keysOf(String id) {
        return keys.getOrDefault(id, Set.of(id));
    }

    private static Map<String, Set<String>> keysIn(History history, Map<String, Effect> effects) {
        Map<String, Set<String>> keys = new HashMap<>();
        history.all(Event.EffectAttempted.class).forEach(event -> add(keys, event.id(), event.key()));
        history.all(Event.Skipped.class).forEach(event -> add(keys, event.id(), event.key()));
        effects.forEach((key, effect) -> add(keys, effect.originalMessageId(), key));
        return keys;
    }

    private static void add(Map<String, Set<String>> keys, String id, String key) {
        keys.computeIfAbsent(id, unused -> new HashSet<>()).add(key);
    }
}
