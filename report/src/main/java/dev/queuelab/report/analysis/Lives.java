package dev.queuelab.report.analysis;

import dev.queuelab.core.history.Event;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/** Sorts a run's facts into the lives of its messages. */
public final class Lives {
    private final Queue queue;
    private final Set<String> deadLetters;
    private final double endOfRun;
    private final Map<String, Traces> traces = new LinkedHashMap<>();

    /** By process, then by message: what it has in hand. */
    private final Map<String, Map<String, OpenDelivery>> inHand = new HashMap<>();

    private final List<Fact> ofNoMessage = new ArrayList<>();

    private static final class Traces {
        final List<OpenDelivery> deliveries = new ArrayList<>();
        final List<Mark> others = new ArrayList<>();
        OptionalDouble sent = OptionalDouble.empty();
        boolean poison;
    }

    private Lives(Queue queue, Set<String> deadLetters, double endOfRun) {
        this.queue = queue;
        this.deadLetters = deadLetters;
        this.endOfRun = endOfRun;
    }

    /**
     * Sorts these facts.
     *
     * @param deadLetters ids of the messages that were seen in the dead-letter queue
     */
    public static Lives in(List<Fact> facts, Queue queue, Set<String> deadLetters, double endOfRun) {
        Lives lives = new Lives(queue, deadLetters, endOfRun);
        facts.forEach(lives::take);
        return lives;
    }

    /** In the order in which the messages first appear. */
    public List<Life> all() {
        List<Life> all = new ArrayList<>();
        traces.forEach((id, trace) -> {
            List<Delivery> deliveries = trace.deliveries.stream()
                    .map(open -> open.close(queue, endOfRun))
                    .toList();
            all.add(new Life(
                    id, trace.poison, trace.sent, deliveries, trace.others, ending(id, trace.sent, deliveries)));
        });
        return all;
    }

    /** Facts that are about no message: those of processes. */
    public List<Fact> ofNoMessage() {
        return ofNoMessage;
    }

    private void take(Fact fact) {
        Event event = fact.event();
        if (event instanceof Event.Exited exited) {
            drop(exited.child(), fact.at(), Delivery.End.DIED);
        } else if (event instanceof Event.Stopped) {
            drop(fact.process(), fact.at(), Delivery.End.PUT_DOWN);
        }
        fact.id().ifPresentOrElse(id -> takeOf(id, fact), () -> ofNoMessage.add(fact));
        if (event instanceof Event.Crashed) {
            drop(fact.process(), fact.at(), Delivery.End.CRASHED);
        }
    }

    private void takeOf(String id, Fact fact) {
        Traces trace = traces.computeIfAbsent(id, unused -> new Traces());
        Map<String, OpenDelivery> held = inHand.computeIfAbsent(fact.process(), unused -> new HashMap<>());
        if (fact.event() instanceof Event.Received received) {
            OpenDelivery delivery = new OpenDelivery(fact, received);
            trace.deliveries.add(delivery);
            held.put(id, delivery);
            return;
        }
        OpenDelivery delivery = held.get(id);
        if (delivery != null) {
            delivery.add(fact);
            return;
        }
        trace.others.add(fact.byItself());
        if (fact.event() instanceof Event.Sent sent) {
            trace.sent = OptionalDouble.of(fact.at());
            trace.poison = sent.poison();
        }
    }

    private void drop(String process, double at, Delivery.End how) {
        Collection<OpenDelivery> held = inHand.getOrDefault(process, Map.of()).values();
        held.forEach(delivery -> delivery.processEnded(at, how));
    }

    private Life.Ending ending(String id, OptionalDouble sent, List<Delivery> deliveries) {
        if (deliveries.stream().anyMatch(delivery -> delivery.has("deleted"))) {
            return Life.Ending.DELETED;
        } else if (deadLetters.contains(id)) {
            return Life.Ending.DEAD_LETTERED;
        } else if (deliveries.isEmpty()) {
            return sent.isPresent() ? Life.Ending.NEVER_RECEIVED : Life.Ending.NOT_SENT;
        } else if (deliveries.get(deliveries.size() - 1).end() == Delivery.End.OPEN) {
            return Life.Ending.IN_HAND;
        }
        int most = deliveries.stream().mapToInt(Delivery::count).max().orElse(0);
        boolean usedUp = queue.maxReceiveCount() > 0 && most >= queue.maxReceiveCount();
        return usedUp ? Life.Ending.DUE_FOR_DEAD_LETTER_QUEUE : Life.Ending.ON_QUEUE;
    }
}
