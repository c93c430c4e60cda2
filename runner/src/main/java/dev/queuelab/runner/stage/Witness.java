package dev.queuelab.runner.stage;

import dev.queuelab.core.history.Event;
import dev.queuelab.core.history.History;
import dev.queuelab.core.history.HistoryReader;
import dev.queuelab.runner.time.Wait;
import dev.queuelab.runner.time.WaitWatcher;
import dev.queuelab.scenarios.check.Depth;
import dev.queuelab.scenarios.check.Evidence;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/** Gathers the evidence: what the processes recorded, and what is found on the stack. */
final class Witness {
    /** Amazon SQS, "GetQueueAttributes": counts are consistent at least a minute after the last change. */
    private static final Duration TO_SETTLE = Duration.ofSeconds(90);

    private final Path histories;
    private final QueueProbe queue;
    private final QueueProbe deadLetterQueue;
    private final EffectsProbe effects;
    private final Duration settling;
    private final WaitWatcher watcher;

    /** @param settling how long depths must be seen unchanged before they are believed */
    Witness(
            Path histories,
            QueueProbe queue,
            QueueProbe deadLetterQueue,
            EffectsProbe effects,
            Duration settling,
            WaitWatcher watcher) {
        this.histories = histories;
        this.queue = queue;
        this.deadLetterQueue = deadLetterQueue;
        this.effects = effects;
        this.settling = settling;
        this.watcher = watcher;
    }

    Evidence evidence() {
        History history = HistoryReader.readFolder(histories);
        Depths depths = settled();
        return new Evidence(
                history,
                depths.queue(),
                depths.deadLetterQueue(),
                new DeadLetters(deadLetterQueue).look(depths.deadLetterQueue()),
                effects.under(keys(history)));
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
        Set<String> keys = new HashSet<>();
        history.all(Event.Sending.class).map(Event.Sending::id).forEach(keys::add);
        history.all(Event.EffectAttempted.class).map(Event.EffectAttempted::key).forEach(keys::add);
        history.all(Event.Skipped.class).map(Event.Skipped::key).forEach(keys::add);
        return keys;
    }
}
