package dev.queuelab.scenarios.check;

import dev.queuelab.core.history.Entry;
import dev.queuelab.core.history.Event;
import dev.queuelab.core.toolbox.Seconds;
import dev.queuelab.core.trace.Delivery;
import dev.queuelab.core.trace.MessageTrace;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a consumer that was asked to stop leaves in flight: nobody can have it until its visibility timeout is over. */
public final class LeftInFlight {
    private final String consumer;

    /**
     * Checks of this consumer.
     *
     * @param consumer the name of its process
     */
    public LeftInFlight(String consumer) {
        this.consumer = consumer;
    }

    public Requirement nothing() {
        return new Requirement(
                "nothing left in flight",
                "When the consumer had ended, each message that it had received was deleted or handed back.",
                this::nothing);
    }

    private Finding nothing(Evidence evidence) {
        Optional<Instant> end = end(evidence);
        if (end.isEmpty()) {
            return Finding.undecided(consumer + " was not seen to exit");
        }
        List<String> left = left(evidence).stream().map(MessageTrace::id).toList();
        List<String> unread = left(evidence).stream()
                .filter(trace -> last(trace)
                        .filter(delivery -> SuddenEnd.met(evidence, delivery))
                        .isPresent())
                .map(MessageTrace::id)
                .toList();
        if (!left.isEmpty() && unread.size() == left.size()) {
            return SuddenEnd.of(consumer, unread);
        }
        return (left.isEmpty()
                        ? Finding.holds(consumer + " left none of its messages in flight")
                        : Finding.broken(consumer + " left " + left.size()
                                + " in flight, which nobody could have for up to "
                                + Seconds.format(evidence.queueSettings().visibilityTimeout()) + " s: "
                                + Names.of(left)))
                .onlyInHistoriesOrCalls("what " + consumer + " had received");
    }

    private Optional<Instant> end(Evidence evidence) {
        return evidence.history().entries().stream()
                .filter(entry -> entry.event() instanceof Event.Exited exited
                        && exited.child().equals(consumer))
                .map(Entry::at)
                .findFirst();
    }

    private List<MessageTrace> left(Evidence evidence) {
        return evidence.messages().traces().stream()
                .filter(trace -> last(trace).filter(LeftInFlight::isLeft).isPresent())
                .toList();
    }

    private Optional<Delivery> last(MessageTrace trace) {
        return trace.deliveries().stream()
                .filter(delivery -> delivery.process().equals(consumer))
                .reduce((one, next) -> next);
    }

    private static boolean isLeft(Delivery delivery) {
        return delivery.timeOf(Event.Deleted.class).isEmpty()
                && delivery.timeOf(Event.DeleteStale.class).isEmpty()
                && delivery.timeOf(Event.HandedBack.class).isEmpty();
    }

    /** What was left, and how long it took from the consumer's end until somebody had it again. */
    public ReportTable table() {
        return new ReportTable(
                "left-in-flight",
                evidence -> new Table(
                        List.of("message", "received before the end (s)", "with somebody again after the end (s)"),
                        end(evidence).stream()
                                .flatMap(end -> left(evidence).stream().map(trace -> row(trace, end)))
                                .toList()));
    }

    private List<String> row(MessageTrace trace, Instant end) {
        Delivery mine = last(trace).orElseThrow();
        return List.of(
                trace.id(),
                Seconds.format(Duration.between(mine.at(), end)),
                trace.deliveries().stream()
                        .filter(delivery -> delivery.at().isAfter(mine.at())
                                && !delivery.process().equals(consumer))
                        .findFirst()
                        .map(delivery -> Seconds.format(Duration.between(end, delivery.at())))
                        .orElse(""));
    }
}
