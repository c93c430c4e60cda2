package dev.queuelab.scenarios.check;

import dev.queuelab.core.history.Entry;
import dev.queuelab.core.history.Event;
import dev.queuelab.core.toolbox.Seconds;
import dev.queuelab.core.trace.Delivery;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A time in which what does the work was slow, and the times before and after it.
 *
 * @param slow when it was slow, from its beginning to its end
 * @param deliveries of all messages, in the order in which they were received
 */
record Brownout(Evidence evidence, Phase slow, List<Delivery> deliveries) {

    /** A part of the run. */
    record Phase(String name, Instant begin, Instant end) {
        boolean has(Instant moment) {
            return !moment.isBefore(begin) && moment.isBefore(end);
        }
    }

    /** The one that the gateway brought about; empty if there was none, or it did not end. */
    static Optional<Brownout> in(Evidence evidence) {
        Optional<Instant> begun = first(evidence, event -> event instanceof Event.FaultBegun);
        Optional<Instant> ended = first(evidence, event -> event instanceof Event.FaultEnded);
        List<Delivery> deliveries = evidence.messages().traces().stream()
                .flatMap(trace -> trace.deliveries().stream())
                .sorted(Comparator.comparing(Delivery::at))
                .toList();
        return begun.flatMap(from -> ended.map(to -> new Brownout(evidence, new Phase("slow", from, to), deliveries)));
    }

    private static Optional<Instant> first(Evidence evidence, Predicate<Event> which) {
        return evidence.history().entries().stream()
                .filter(entry -> which.test(entry.event()))
                .map(Entry::at)
                .findFirst();
    }

    /** How long each call took that was slowed. */
    List<Duration> slowCalls() {
        return evidence.wire().map(WireEvidence::calls).orElse(List.of()).stream()
                .filter(call -> call.service().equals(WireCall.EFFECTS) && call.isBroken())
                .flatMap(call -> call.endedAt().stream().map(ended -> Duration.between(call.begunAt(), ended)))
                .toList();
    }

    /** Messages that were sent and not done when it began. */
    long backlog() {
        return evidence.messages().count() - done(entry -> entry.isBefore(slow.begin()));
    }

    private long done(Predicate<Instant> when) {
        return evidence.history().entries().stream()
                .filter(entry -> entry.event() instanceof Event.EffectPerformed && when.test(entry.at()))
                .count();
    }

    /** What happened in each phase. */
    Table table() {
        Instant last = deliveries.stream()
                .map(Delivery::endedAt)
                .filter(slow.end()::isBefore)
                .max(Instant::compareTo)
                .orElse(slow.end());
        Instant first = deliveries.stream().map(Delivery::at).findFirst().orElse(slow.begin());
        List<List<String>> rows = new ArrayList<>();
        rows.add(row(new Phase("before", first, slow.begin())));
        rows.add(row(slow));
        rows.add(row(new Phase("after", slow.end(), last.plusMillis(1))));
        return new Table(
                List.of(
                        "phase",
                        "lasted (s)",
                        "done",
                        "received",
                        "most in hand",
                        "redelivered",
                        "handed back",
                        "begun after the visibility timeout"),
                rows);
    }

    private List<String> row(Phase phase) {
        List<Delivery> received =
                deliveries.stream().filter(delivery -> phase.has(delivery.at())).toList();
        return List.of(
                phase.name(),
                Seconds.format(Duration.between(phase.begin(), phase.end())),
                Long.toString(done(phase::has)),
                Integer.toString(received.size()),
                Long.toString(received.stream().mapToLong(this::inHandAt).max().orElse(0)),
                Long.toString(received.stream()
                        .filter(delivery -> delivery.receiveCount() > 1)
                        .count()),
                Long.toString(deliveries.stream()
                        .flatMap(delivery -> delivery.timeOf(Event.HandedBack.class).stream())
                        .filter(phase::has)
                        .count()),
                Long.toString(deliveries.stream()
                        .filter(delivery ->
                                begunTooLate(delivery).filter(phase::has).isPresent())
                        .count()));
    }

    /** How many messages, this one included, its process had in hand when it received it. */
    private long inHandAt(Delivery received) {
        return deliveries.stream()
                .filter(other -> other.process().equals(received.process())
                        && !other.at().isAfter(received.at())
                        && other.endedAt().isAfter(received.at()))
                .count();
    }

    /** When the delivery's work was begun, if the message had become visible to others by then. */
    private Optional<Instant> begunTooLate(Delivery delivery) {
        Instant visibleAgain = delivery.at().plus(evidence.queueSettings().visibilityTimeout());
        for (Entry fact : delivery.facts()) {
            if (fact.event() instanceof Event.Extended extended) {
                visibleAgain = fact.at().plusSeconds(extended.seconds());
            } else if (fact.event() instanceof Event.EffectAttempted || fact.event() instanceof Event.Skipped) {
                return Optional.of(fact.at()).filter(visibleAgain::isBefore);
            }
        }
        return Optional.empty();
    }
}
