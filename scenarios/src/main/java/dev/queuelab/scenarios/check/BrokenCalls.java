package dev.queuelab.scenarios.check;

import dev.queuelab.core.call.CallBreak.Way;
import dev.queuelab.core.call.ProtocolCall;
import dev.queuelab.core.history.Entry;
import dev.queuelab.core.history.Event;
import dev.queuelab.core.toolbox.Seconds;
import dev.queuelab.core.trace.Delivery;
import dev.queuelab.core.trace.MessageTrace;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What became of the messages whose calls the gateway broke, one by one. */
record BrokenCalls(Evidence evidence, List<ProtocolCall> protocol, List<Broken> all) {
    private static final Set<String> DELETIONS = Set.of("DeleteMessage", "DeleteMessageBatch");

    /** A break that happened, in the order of the protocol. */
    record Broken(Instant at, Event.CallBroken event) {
        Optional<String> id() {
            return Optional.ofNullable(event.id());
        }

        /** For people. */
        String describe() {
            return event.way().words() + " " + event.call().describe();
        }
    }

    static BrokenCalls in(Evidence evidence) {
        List<ProtocolCall> protocol = evidence.history()
                .all(Event.CallsFound.class)
                .findFirst()
                .map(Event.CallsFound::calls)
                .orElse(List.of());
        List<Broken> all = evidence.history().entries().stream()
                .filter(entry -> entry.event() instanceof Event.CallBroken)
                .map(BrokenCalls::broken)
                .sorted(Comparator.comparingInt((Broken broken) ->
                                protocol.indexOf(broken.event().call()))
                        .thenComparing(broken -> broken.event().way()))
                .toList();
        return new BrokenCalls(evidence, protocol, all);
    }

    private static Broken broken(Entry entry) {
        return new Broken(entry.at(), (Event.CallBroken) entry.event());
    }

    boolean happened(ProtocolCall call, Way way) {
        return all.stream()
                .anyMatch(broken ->
                        broken.event().call().equals(call) && broken.event().way() == way);
    }

    /** Whether the queue had deleted the message when the call was broken. */
    boolean wasDeleted(Broken broken) {
        int index = protocol.indexOf(broken.event().call());
        int done = broken.event().way().isBeforeCall() ? index : index + 1;
        return protocol.subList(0, done).stream().anyMatch(call -> DELETIONS.contains(call.operation()));
    }

    /** How often the queue delivered the message, by its own count. */
    int deliveries(String id) {
        return trace(id)
                .flatMap(trace ->
                        trace.deliveries().stream().map(Delivery::receiveCount).max(Integer::compare))
                .orElse(0);
    }

    /** How often the external service did the message's work. */
    long effects(String id) {
        return evidence.keysOf(id).stream()
                .flatMap(key -> Optional.ofNullable(evidence.effects().get(key)).stream())
                .mapToLong(StackSnapshot.Effect::timesPerformed)
                .sum();
    }

    /**
     * How long it took until the message was in some consumer's hand again, from when it was visible at the latest and that
     * consumer was there; empty if it was not delivered again.
     */
    Optional<Duration> recovery(Broken broken) {
        Instant visible = broken.at().plus(evidence.queueSettings().visibilityTimeout());
        return broken.id()
                .flatMap(this::trace)
                .flatMap(trace -> trace.deliveries().stream()
                        .filter(delivery -> delivery.at().isAfter(broken.at()))
                        .findFirst()
                        .map(delivery -> Duration.between(later(visible, begin(delivery.process())), delivery.at()))
                        .map(waited -> waited.isNegative() ? Duration.ZERO : waited));
    }

    private Instant begin(String process) {
        return evidence.history().entries().stream()
                .filter(entry -> entry.process().equals(process))
                .findFirst()
                .map(Entry::at)
                .orElse(Instant.MIN);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private Optional<MessageTrace> trace(String id) {
        return evidence.traces().find(id);
    }

    /** Each break with what became of its message. */
    Table table() {
        return new Table(
                List.of("call", "broken", "deliveries", "effects", "recovered after (s)"),
                all.stream().map(this::row).toList());
    }

    private List<String> row(Broken broken) {
        return List.of(
                broken.event().call().describe(),
                broken.event().way().words(),
                broken.id().map(id -> Integer.toString(deliveries(id))).orElse(""),
                broken.id().map(id -> Long.toString(effects(id))).orElse(""),
                recovery(broken).map(Seconds::format).orElse(""));
    }
}
