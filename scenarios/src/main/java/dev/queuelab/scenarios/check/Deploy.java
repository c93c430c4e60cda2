package dev.queuelab.scenarios.check;

import dev.queuelab.core.history.Entry;
import dev.queuelab.core.history.Event;
import dev.queuelab.core.trace.Delivery;
import dev.queuelab.core.trace.MessageTrace;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One replacement of a fleet of consumers by the next.
 *
 * @param number from 1
 * @param replaced the consumers that were sent SIGTERM, and when
 */
record Deploy(int number, Map<String, Instant> replaced, Evidence evidence) {
    private static final Pattern OF_GENERATION = Pattern.compile("g([0-9]+)-[0-9]+");

    /** The label of a consumer: the {@code place}th one of its generation. Deploy 1 replaces generation 1. */
    static String label(int generation, int place) {
        return "g" + generation + "-" + place;
    }

    /** All deploys. The last generation is not replaced by another. */
    static List<Deploy> in(Evidence evidence) {
        Map<Integer, Map<String, Instant>> byGeneration = new TreeMap<>();
        for (Entry entry : evidence.history().entries()) {
            if (entry.event() instanceof Event.Signalled sent && sent.signal().equals("TERM")) {
                Matcher label = OF_GENERATION.matcher(Labels.labelOf(sent.child()));
                if (label.matches()) {
                    byGeneration
                            .computeIfAbsent(Integer.valueOf(label.group(1)), generation -> new TreeMap<>())
                            .putIfAbsent(sent.child(), entry.at());
                }
            }
        }
        List<Deploy> deploys = new ArrayList<>();
        byGeneration.forEach((number, replaced) -> deploys.add(new Deploy(number, replaced, evidence)));
        return deploys.isEmpty() ? deploys : deploys.subList(0, deploys.size() - 1);
    }

    /** A message that a consumer of this deploy had in hand at SIGTERM, or received after it. */
    record InHand(MessageTrace trace, Delivery delivery, Optional<Delivery> next) {
        boolean isHandedBack() {
            return delivery.timeOf(Event.HandedBack.class).isPresent();
        }

        boolean isFinished() {
            return delivery.timeOf(Event.Deleted.class).isPresent();
        }

        /** Neither deleted nor handed back: it comes back when its visibility timeout ends. */
        boolean isAbandoned() {
            return !isFinished() && !isHandedBack();
        }

        /** Delivered again, other than after it was handed back. */
        boolean isRedelivered() {
            return !isHandedBack() && next.isPresent();
        }
    }

    List<InHand> inHand() {
        List<InHand> inHand = new ArrayList<>();
        for (MessageTrace trace : evidence.messages().traces()) {
            List<Delivery> deliveries = trace.deliveries();
            for (int place = 0; place < deliveries.size(); place++) {
                Delivery delivery = deliveries.get(place);
                Instant signal = replaced.get(delivery.process());
                Optional<Delivery> next =
                        place + 1 < deliveries.size() ? Optional.of(deliveries.get(place + 1)) : Optional.empty();
                if (signal != null && !isOverBefore(signal, delivery, next)) {
                    inHand.add(new InHand(trace, delivery, next));
                }
            }
        }
        return inHand;
    }

    /** Also where its visibility timeout had passed by then: the deploy had no part in that. */
    private static boolean isOverBefore(Instant signal, Delivery delivery, Optional<Delivery> next) {
        return Stream.of(
                        delivery.timeOf(Event.Deleted.class),
                        delivery.timeOf(Event.HandedBack.class),
                        next.map(Delivery::at))
                .flatMap(Optional::stream)
                .anyMatch(signal::isAfter);
    }

    /** Ids of the messages of which this is true. */
    Set<String> which(Predicate<InHand> claim) {
        Set<String> ids = new TreeSet<>();
        inHand().stream()
                .filter(claim)
                .forEach(message -> ids.add(message.trace().id()));
        return ids;
    }

    /** Whether the message was dead-lettered in the end: it met several deploys, each of which cost it a delivery. */
    boolean isDeadLettered(InHand message) {
        return evidence.isDeadLettered(message.trace().id());
    }

    /** Whether the message's effect was performed more than once. */
    boolean isDoneTwice(InHand message) {
        Set<String> keys = evidence.keysOf(message.trace().id());
        return evidence.effects().entrySet().stream()
                        .filter(effect -> keys.contains(effect.getKey()))
                        .mapToLong(effect -> effect.getValue().timesPerformed())
                        .sum()
                > 1;
    }

    /** The consumers whose grace was over before they had ended. */
    Set<String> killed() {
        Set<String> killed = new TreeSet<>();
        evidence.history()
                .all(Event.Signalled.class)
                .filter(sent -> sent.signal().equals("KILL") && replaced.containsKey(sent.child()))
                .forEach(sent -> killed.add(sent.child()));
        return killed;
    }

    /** From the first SIGTERM until the last of the replaced consumers had ended. */
    Duration took() {
        Optional<Instant> begin = replaced.values().stream().min(Instant::compareTo);
        Optional<Instant> end = evidence.history().entries().stream()
                .filter(entry -> entry.event() instanceof Event.Exited exited && replaced.containsKey(exited.child()))
                .map(Entry::at)
                .max(Instant::compareTo);
        return begin.flatMap(from -> end.map(to -> Duration.between(from, to))).orElse(Duration.ZERO);
    }
}
