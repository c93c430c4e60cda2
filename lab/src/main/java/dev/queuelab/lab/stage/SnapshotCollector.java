package dev.queuelab.lab.stage;

import dev.queuelab.core.history.Event;
import dev.queuelab.core.history.History;
import dev.queuelab.core.trace.MessageTrace;
import dev.queuelab.core.trace.MessageTraces;
import dev.queuelab.core.trace.QueueSettings;
import dev.queuelab.lab.waiting.Wait;
import dev.queuelab.scenarios.check.Depth;
import dev.queuelab.scenarios.check.StackSnapshot;
import dev.queuelab.scenarios.check.StackSnapshot.Effect;
import dev.queuelab.scenarios.check.StackSnapshot.StatusRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Collects, once, what a play left on its stack. */
final class SnapshotCollector {
    /** Amazon SQS, "GetQueueAttributes": counts are consistent at least a minute after the last change. */
    private static final Duration TO_SETTLE = Duration.ofSeconds(90);

    private static final String ORIGINAL_MESSAGE_ID = "original_message_id";

    private final StageServices services;
    private final StackView stack;

    SnapshotCollector(StageServices services) {
        this.services = services;
        this.stack = services.stack();
    }

    StackSnapshot collect() {
        History history = services.history();
        Set<String> unobserved = services.fleet().withoutHistory();
        Depths depths = settled();
        return new StackSnapshot(
                services.run().clock().instant(),
                depths.queue(),
                depths.deadLetterQueue(),
                stack.deadLetters(depths.deadLetterQueue()),
                effects(history, !unobserved.isEmpty()),
                unobserved.isEmpty() ? Map.of() : statusRecords(sentIds(history)),
                unobserved);
    }

    /** Keys that an unobserved consumer chose are found by the message that it named beside them. */
    private Map<String, Effect> effects(History history, boolean findByMessage) {
        Map<String, Map<String, AttributeValue>> items =
                new HashMap<>(stack.effectsTable().under(possibleKeys(history)));
        if (findByMessage) {
            items.putAll(stack.effectsTable().where(ORIGINAL_MESSAGE_ID, sentIds(history)));
        }
        Map<String, Effect> effects = new HashMap<>();
        items.forEach((key, item) -> effects.put(
                key,
                new Effect(TableProbe.number(item, "times_performed"), TableProbe.text(item, ORIGINAL_MESSAGE_ID))));
        ServiceEffects.read(services.run().folder().calls())
                .forEach((key, effect) -> effects.merge(key, effect, Effect::and));
        return effects;
    }

    private Map<String, StatusRecord> statusRecords(Set<String> ids) {
        Map<String, StatusRecord> records = new HashMap<>();
        stack.statusTable()
                .under(ids)
                .forEach((id, item) -> records.put(
                        id, new StatusRecord(TableProbe.text(item, "status"), TableProbe.number(item, "attempts"))));
        return records;
    }

    private static Set<String> sentIds(History history) {
        return history.all(Event.Sending.class).map(Event.Sending::id).collect(Collectors.toSet());
    }

    /** The ids that this run sent, and the keys that consumers recorded. */
    private static Set<String> possibleKeys(History history) {
        Set<String> keys = new HashSet<>(sentIds(history));
        MessageTraces.of(history, QueueSettings.UNKNOWN, Set.of(), Instant.MAX).all().stream()
                .map(MessageTrace::effectKeys)
                .forEach(keys::addAll);
        return keys;
    }

    private record Depths(Depth queue, Depth deadLetterQueue) {}

    /** Where counts are exact, the first look; where they lag, what they have come to. */
    private Depths settled() {
        Duration settling = services.run().environment().settling();
        Depths first = look();
        if (settling.isZero()) {
            return first;
        }
        AtomicReference<Depths> last = new AtomicReference<>(first);
        return Wait.atMost(TO_SETTLE, "the counts of the queues to settle")
                .holding(settling)
                .until(
                        this::look,
                        depths -> depths.equals(last.getAndSet(depths)),
                        services.run().listener());
    }

    private Depths look() {
        return new Depths(stack.depth(), stack.deadLetterDepth());
    }
}
