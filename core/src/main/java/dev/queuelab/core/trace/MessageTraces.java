package dev.queuelab.core.trace;

import dev.queuelab.core.history.Entry;
import dev.queuelab.core.history.Event;
import dev.queuelab.core.history.History;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The traces of all messages of a run.
 *
 * @param byId in the order in which the messages first appear
 * @param processFacts facts that are about no message: those of processes
 */
public record MessageTraces(Map<String, MessageTrace> byId, List<Entry> processFacts) {

    /**
     * Sorts a history's facts by message.
     *
     * @param deadLetters ids of the messages that were found in the dead-letter queue
     * @param endOfRecord when the run ended, or was killed
     */
    public static MessageTraces of(History history, QueueSettings queue, Set<String> deadLetters, Instant endOfRecord) {
        Sorter sorter = new Sorter();
        history.entries().forEach(sorter::take);
        Map<String, MessageTrace> byId = new LinkedHashMap<>();
        sorter.messages.forEach(
                (id, message) -> byId.put(id, message.build(queue, deadLetters.contains(id), endOfRecord)));
        return new MessageTraces(byId, sorter.processFacts);
    }

    public Collection<MessageTrace> all() {
        return byId.values();
    }

    public Optional<MessageTrace> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** What is on the queue at this moment. */
    public Backlog backlogAt(Instant moment) {
        int messages = 0;
        Duration oldestAge = Duration.ZERO;
        for (MessageTrace trace : all()) {
            Location location = trace.locationAt(moment);
            if (location == Location.WAITING || location == Location.IN_FLIGHT) {
                messages++;
                Duration age = Duration.between(trace.moves().get(0).at(), moment);
                oldestAge = age.compareTo(oldestAge) > 0 ? age : oldestAge;
            }
        }
        return new Backlog(messages, oldestAge);
    }

    /** Takes entries in order and knows which process has which message in hand. */
    private static final class Sorter {
        private final Map<String, MessageTraceBuilder> messages = new LinkedHashMap<>();
        private final List<Entry> processFacts = new ArrayList<>();

        /** By process, then by message. */
        private final Map<String, Map<String, DeliveryBuilder>> inHand = new HashMap<>();

        void take(Entry entry) {
            if (entry.event() instanceof Event.Exited exited) {
                endProcess(exited.child(), entry.at(), Delivery.End.DIED);
            } else if (entry.event() instanceof Event.Stopped) {
                endProcess(entry.process(), entry.at(), Delivery.End.NOT_BEGUN);
            }
            if (entry.event() instanceof Event.OfMessage fact) {
                take(entry, fact);
            } else {
                processFacts.add(entry);
            }
            if (entry.event() instanceof Event.Crashed) {
                endProcess(entry.process(), entry.at(), Delivery.End.CRASHED);
            }
        }

        private void take(Entry entry, Event.OfMessage fact) {
            MessageTraceBuilder message = messages.computeIfAbsent(fact.id(), MessageTraceBuilder::new);
            Map<String, DeliveryBuilder> held = inHand.computeIfAbsent(entry.process(), process -> new HashMap<>());
            DeliveryBuilder delivery = held.get(fact.id());
            if (fact instanceof Event.Received received) {
                held.put(fact.id(), message.received(entry, received));
            } else if (delivery != null) {
                delivery.add(entry);
            } else {
                message.add(entry);
            }
        }

        private void endProcess(String process, Instant at, Delivery.End how) {
            inHand.getOrDefault(process, Map.of()).values().forEach(delivery -> delivery.processEnded(at, how));
        }
    }
}
