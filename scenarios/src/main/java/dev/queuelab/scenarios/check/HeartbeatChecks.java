package dev.queuelab.scenarios.check;

import dev.queuelab.core.history.Event;
import dev.queuelab.core.toolbox.Seconds;
import dev.queuelab.core.trace.Delivery;
import dev.queuelab.core.trace.MessageTrace;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Checks of messages that are in hand for longer than the visibility timeout. */
public final class HeartbeatChecks {
    /** For somebody to ask the queue, on however busy a machine. */
    private static final Duration TO_BE_ASKED_FOR = Duration.ofSeconds(5);

    private static final String DELIVERIES = "when messages were received, and until when they were in hand";

    public static final Requirement NOT_REDELIVERED = new Requirement(
            "no redelivery while in hand",
            "No message was delivered to another consumer while the one that had it lived and was not done with it.",
            HeartbeatChecks::notRedelivered);

    public static final Requirement BACK_AFTER_DEATH = new Requirement(
            "back after a death",
            "Each message that a consumer had in hand when it was killed was delivered again within a visibility timeout.",
            HeartbeatChecks::backAfterDeath);

    public static final Requirement NOT_EXTENDED_AFTERWARDS = new Requirement(
            "nothing extended afterwards",
            "No consumer extended the visibility timeout of a message that it had deleted or handed back.",
            HeartbeatChecks::notExtendedAfterwards);

    public static final Precondition OUTLIVED = new Precondition(
            "work outlived the timeout",
            "The failure could come about: a consumer had a message in hand for longer than the visibility timeout.",
            HeartbeatChecks::outlived);

    private HeartbeatChecks() {}

    private static Stream<Delivery> deliveries(Evidence evidence) {
        return evidence.messages().traces().stream().flatMap(trace -> trace.deliveries().stream());
    }

    private static Finding notRedelivered(Evidence evidence) {
        List<String> again = new ArrayList<>();
        for (MessageTrace trace : evidence.messages().traces()) {
            for (int i = 1; i < trace.deliveries().size(); i++) {
                Delivery before = trace.deliveries().get(i - 1);
                Delivery next = trace.deliveries().get(i);
                if (next.at().isBefore(inHandUntil(before, evidence))) {
                    again.add(trace.id() + " to " + next.process() + ", "
                            + Seconds.of(Duration.between(before.at(), next.at())) + " s after " + before.process()
                            + " had received it");
                }
            }
        }
        return (again.isEmpty()
                        ? Finding.holds("of " + deliveries(evidence).count() + " deliveries, none met another")
                        : Finding.broken(again.size() + " delivered to another: " + Names.of(again)))
                .onlyInHistoriesOrCalls(DELIVERIES);
    }

    /** A process that was killed had it in hand until then, whenever its end was seen. */
    private static Instant inHandUntil(Delivery delivery, Evidence evidence) {
        return killedAt(delivery, evidence)
                .filter(at -> at.isBefore(delivery.endedAt()))
                .orElse(delivery.endedAt());
    }

    private static Optional<Instant> killedAt(Delivery delivery, Evidence evidence) {
        return evidence.history().entries().stream()
                .filter(entry -> entry.event() instanceof Event.Signalled signal
                        && signal.child().equals(delivery.process())
                        && signal.signal().equals("KILL"))
                .map(entry -> entry.at())
                .findFirst();
    }

    private static Finding backAfterDeath(Evidence evidence) {
        Duration limit = evidence.queueSettings().visibilityTimeout();
        List<String> back = new ArrayList<>();
        List<String> late = new ArrayList<>();
        for (MessageTrace trace : evidence.messages().traces()) {
            for (int i = 0; i < trace.deliveries().size(); i++) {
                Delivery delivery = trace.deliveries().get(i);
                Optional<Instant> death = killedAt(delivery, evidence).filter(at -> !at.isAfter(delivery.endedAt()));
                Optional<Instant> next = i + 1 < trace.deliveries().size()
                        ? Optional.of(trace.deliveries().get(i + 1).at())
                        : Optional.empty();
                boolean goneOtherwise = next.isEmpty() && trace.fate() == MessageTrace.Fate.DELETED;
                if (death.isEmpty() || next.filter(death.get()::isAfter).isPresent() || goneOtherwise) {
                    continue; // it lived on, or another had the message already
                }
                if (next.isEmpty()) {
                    late.add(trace.id() + " not at all");
                } else {
                    Duration after = Duration.between(death.get(), next.get());
                    (after.compareTo(limit.plus(TO_BE_ASKED_FOR)) <= 0 ? back : late)
                            .add(trace.id() + " " + Seconds.of(after) + " s after");
                }
            }
        }
        if (!late.isEmpty()) {
            return Finding.broken(late.size() + " not delivered again within " + Seconds.of(limit) + " s, and "
                            + TO_BE_ASKED_FOR.toSeconds() + " s to be asked for: " + Names.of(late))
                    .onlyInHistoriesOrCalls(DELIVERIES);
        }
        return back.isEmpty()
                ? Finding.undecided("no consumer was killed with a message that nobody else had")
                        .onlyInHistoriesOrCalls(DELIVERIES)
                : Finding.holds(back.size() + " delivered again: " + Names.of(back));
    }

    private static Finding notExtendedAfterwards(Evidence evidence) {
        List<String> afterwards = deliveries(evidence)
                .filter(HeartbeatChecks::isExtendedAfterwards)
                .map(delivery -> delivery.received().id() + " by " + delivery.process())
                .toList();
        long extensions = evidence.history().all(Event.Extended.class).count();
        return (afterwards.isEmpty()
                        ? Finding.holds("of " + extensions + " extensions, none was of a message that was given away")
                        : Finding.broken(afterwards.size() + " were extended afterwards: " + Names.of(afterwards)))
                .onlyInHistoriesOrCalls("what was extended");
    }

    private static boolean isExtendedAfterwards(Delivery delivery) {
        boolean away = false;
        for (var fact : delivery.facts()) {
            if (away && fact.event() instanceof Event.Extended) {
                return true;
            }
            away |= fact.event() instanceof Event.Deleted || fact.event() instanceof Event.HandedBack;
        }
        return false;
    }

    private static Finding outlived(Evidence evidence) {
        Duration timeout = evidence.queueSettings().visibilityTimeout();
        long longer = deliveries(evidence)
                .filter(delivery -> Duration.between(delivery.at(), inHandUntil(delivery, evidence))
                                .compareTo(timeout)
                        > 0)
                .count();
        return (longer > 0
                        ? Finding.holds(longer + " in hand for longer than " + Seconds.of(timeout) + " s")
                        : Finding.broken("no message was in hand for longer than " + Seconds.of(timeout) + " s"))
                .onlyInHistoriesOrCalls(DELIVERIES);
    }
}
