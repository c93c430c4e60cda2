package dev.queuelab.scenarios.check;

import dev.queuelab.core.history.Event;
import dev.queuelab.core.payload.Payload;
import dev.queuelab.core.trace.Delivery;
import dev.queuelab.core.trace.MessageTrace;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The messages of one FIFO group.
 *
 * @param messages in the order of sending
 */
record FifoGroup(String name, List<MessageTrace> messages) {
    FifoGroup {
        messages = List.copyOf(messages);
    }

    /** The groups of what these producers sent, one producer after the other, in the order in which they begin. */
    static List<FifoGroup> in(Evidence evidence, List<String> producers) {
        Map<String, List<MessageTrace>> groups = new LinkedHashMap<>();
        for (String producer : producers) {
            List<Payload> fields = evidence.fieldsGivenTo(producer);
            List<MessageTrace> sent = evidence.messages().from(Set.of(producer)).traces();
            for (int place = 0; place < Math.min(fields.size(), sent.size()); place++) {
                groups.computeIfAbsent(fields.get(place).text(GroupChecks.GROUP).orElse(""), name -> new ArrayList<>())
                        .add(sent.get(place));
            }
        }
        return groups.entrySet().stream()
                .map(group -> new FifoGroup(group.getKey(), group.getValue()))
                .toList();
    }

    /** The message that had to be rejected. */
    Optional<MessageTrace> poison() {
        return messages.stream().filter(MessageTrace::isPoison).findFirst();
    }

    List<MessageTrace> good() {
        return messages.stream().filter(trace -> !trace.isPoison()).toList();
    }

    /** From the poison's first delivery until another message of the group was begun; empty if none ever was. */
    Optional<Duration> blocked() {
        Optional<Instant> from = poison().flatMap(FifoGroup::firstDelivery);
        Optional<Instant> until =
                good().stream().flatMap(trace -> begun(trace).stream()).min(Instant::compareTo);
        return from.flatMap(begin -> until.map(end -> Duration.between(begin, end)));
    }

    static Optional<Instant> firstDelivery(MessageTrace trace) {
        return trace.deliveries().stream().map(Delivery::at).findFirst();
    }

    static Optional<Instant> lastDelivery(MessageTrace trace) {
        return trace.deliveries().stream().map(Delivery::at).reduce((one, next) -> next);
    }

    /** When work on it began; where its begin is not seen, when it was done. */
    static Optional<Instant> begun(MessageTrace trace) {
        return first(trace, List.of(Event.EffectAttempted.class, Event.EffectPerformed.class, Event.Deleted.class));
    }

    static Optional<Instant> deleted(MessageTrace trace) {
        return first(trace, List.of(Event.Deleted.class));
    }

    private static Optional<Instant> first(MessageTrace trace, List<Class<? extends Event>> kinds) {
        return trace.deliveries().stream()
                .flatMap(delivery -> kinds.stream().flatMap(kind -> delivery.timeOf(kind).stream()))
                .min(Instant::compareTo);
    }
}
