package dev.queuelab.runner.stage;

import dev.queuelab.core.history.Event;
import dev.queuelab.core.history.History;
import dev.queuelab.core.history.HistoryReader;
import dev.queuelab.scenarios.check.Depth;
import dev.queuelab.scenarios.check.Evidence;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/** Gathers the evidence: what the processes recorded, and what is found on the stack. */
final class Witness {
    private final Path histories;
    private final QueueProbe queue;
    private final QueueProbe deadLetterQueue;
    private final EffectsProbe effects;

    Witness(Path histories, QueueProbe queue, QueueProbe deadLetterQueue, EffectsProbe effects) {
        this.histories = histories;
        this.queue = queue;
        this.deadLetterQueue = deadLetterQueue;
        this.effects = effects;
    }

    Evidence evidence() {
        History history = HistoryReader.readFolder(histories);
        Depth dead = deadLetterQueue.depth();
        return new Evidence(
                history,
                queue.depth(),
                dead,
                new DeadLetters(deadLetterQueue).look(dead),
                effects.under(keys(history)));
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
