package dev.queuelab.lab.stage;

import dev.queuelab.core.history.Event;
import dev.queuelab.core.history.History;
import dev.queuelab.core.history.HistoryReader;
import dev.queuelab.lab.waiting.Wait;
import dev.queuelab.lab.waiting.WaitListener;
import dev.queuelab.scenarios.check.Depth;
import dev.queuelab.scenarios.check.Evidence;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

/** Gathers the evidence: what the processes recorded, and what is found on the stack. */
final class EvidenceCollector {
    /** Amazon SQS, "GetQueueAttributes": counts are consistent at least a minute after the last change. */
    private static final Duration TO_SETTLE = Duration.ofSeconds(90);

    private final Path histories;
    private final QueueProbe queue;
    private final QueueProbe deadLetterQueue;
    private final EffectsTableProbe effects;
    private final StatusTableProbe books;
    private final Duration settling;
    private final WaitListener watcher;

    /** @param settling how long depths must be seen unchanged before they are believed */
    EvidenceCollector(
            Path histories,
            QueueProbe queue,
            QueueProbe deadLetterQueue,
            EffectsTableProbe effects,
            StatusTableProbe books,
            Duration settling,
            WaitListener watcher) {
        this.histories = histories;
        this.queue = queue;
        this.deadLetterQueue = deadLetterQueue;
        this.effects = effects;
        this.books = books;
        this.settling = settling;
        this.watcher = watcher;
    }

    /**
     * The evidence of now. Of consumers that kept no history, what they left in the tables must tell.
     *
     * @param silent those consumers
     */
    Evidence evidence(Set<String> silent) {
        History history = HistoryReader.readFolder(histories);
        Depths depths = settled();
        return new Evidence(
                history,
                depths.queue(),
                depths.deadLetterQueue(),
                new DeadLetters(deadLetterQueue).look(depths.deadLetterQueue()),
                effects(history, silent),
                silent.isEmpty() ? Map.of() : books.of(ids(history)),
                silent);
    }

    /** The keys that a silent consumer chose are found by the message that it named beside them. */
    private Map<String, Evidence.Effect> effects(History history, Set<String> silent) {
        Map<String, Evidence.Effect> found = new HashMap<>(effects.under(keys(history)));
        if (!silent.isEmpty()) {
            found.putAll(effects.of(ids(history)));
        }
        return found;
    }

    private static Set<String> ids(History history) {
        return history.all(Event.Sending.class).map(Event.Sending::id).collect(Collectors.toSet());
    }

    private record Depths(Depth queue, Depth deadLetterQueue) {}

    /** Where counts are exact, the first look; where they come late, what they have come to. */
    private Depths settled() {
        Depths first = new Depths(queue.depth(), deadLetterQueue.depth());
        if (settling.isZero()) {
            return first;
        }
        AtomicReference<Depths> last = new AtomicReference<>(first);
        return Wait.atMost(TO_SETTLE, "the counts of the queues to settle")
                .holding(settling)
                .until(
                        () -> new Depths(queue.depth(), deadLetterQueue.depth()),
                        depths -> depths.equals(last.getAndSet(depths)),
                        watcher);
    }

    /** The keys that this run could have used: the ids it sent, and whatever a consumer says it used. */
    private static Set<String> keys(History history) {
        Set<String> keys = new HashSet<>(ids(history));
        history.all(Event.EffectAttempted.class).map(Event.EffectAttempted::key).forEach(keys::add);
        history.all(Event.Skipped.class).map(Event.Skipped::key).forEach(keys::add);
        return keys;
    }
}
