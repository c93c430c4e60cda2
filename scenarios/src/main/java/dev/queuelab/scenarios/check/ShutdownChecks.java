package dev.queuelab.scenarios.check;

import dev.queuelab.core.history.Entry;
import dev.queuelab.core.history.Event;
import dev.queuelab.core.knob.Knobs;
import dev.queuelab.core.trace.Delivery;
import dev.queuelab.core.trace.MessageTrace;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Checks of how processes ended that were sent SIGTERM. */
public final class ShutdownChecks {
    public static final Requirement STOPPED_CLEANLY = new Requirement(
            "stopped cleanly",
            "Each process that ended after SIGTERM ended with exit code 0, or with 143: by the signal itself.",
            ShutdownChecks::stoppedCleanly);

    /** What a shell reports of a process that SIGTERM ended: 128 and the signal's number. */
    private static final int ENDED_BY_SIGTERM = 143;

    private final String consumer;

    /**
     * Checks of this consumer.
     *
     * @param consumer the name of its process
     */
    public ShutdownChecks(String consumer) {
        this.consumer = consumer;
    }

    private static Finding stoppedCleanly(Evidence evidence) {
        List<Event.Exited> exits = evidence.history()
                .all(Event.Exited.class)
                .filter(exit -> isSent("TERM", exit.child(), evidence) && !isSent("KILL", exit.child(), evidence))
                .toList();
        List<String> unclean = exits.stream()
                .filter(exit -> exit.exitCode() != 0 && exit.exitCode() != ENDED_BY_SIGTERM)
                .map(exit -> exit.child() + " ended with exit code " + exit.exitCode())
                .toList();
        if (!unclean.isEmpty()) {
            return Finding.broken("after SIGTERM " + String.join(", ", unclean) + "; see its log");
        }
        return exits.isEmpty()
                ? Finding.undecided("no process was seen to end by itself after SIGTERM")
                : Finding.holds("exit codes after SIGTERM: "
                        + Names.of(exits.stream()
                                .map(exit -> exit.child() + " " + exit.exitCode())
                                .toList()));
    }

    private static boolean isSent(String signal, String child, Evidence evidence) {
        return evidence.history()
                .all(Event.Signalled.class)
                .anyMatch(sent -> sent.child().equals(child) && sent.signal().equals(signal));
    }

    public Requirement exitedWithZero() {
        return new Requirement(
                "exited with 0", "The consumer ended by itself after SIGTERM, with exit code 0.", this::exitedWithZero);
    }

    private Finding exitedWithZero(Evidence evidence) {
        Optional<Event.Exited> exit = evidence.history()
                .all(Event.Exited.class)
                .filter(event -> event.child().equals(consumer))
                .findFirst();
        if (exit.isEmpty()) {
            return Finding.undecided(consumer + " was not seen to exit");
        }
        return isSent("KILL", consumer, evidence)
                ? Finding.broken(consumer + " did not end after SIGTERM, and had to be killed")
                : Finding.that(
                        exit.get().exitCode() == 0,
                        consumer + " exited with " + exit.get().exitCode());
    }

    public Requirement workInHandFinished() {
        return new Requirement(
                "work in hand finished",
                "What the consumer was working on when SIGTERM came, it finished and deleted before it ended.",
                this::workInHandFinished);
    }

    private Finding workInHandFinished(Evidence evidence) {
        Optional<Instant> signal = evidence.history().entries().stream()
                .filter(entry -> entry.event() instanceof Event.Signalled signalled
                        && signalled.child().equals(consumer))
                .map(Entry::at)
                .findFirst();
        if (signal.isEmpty()) {
            return Finding.undecided(consumer + " was not sent a signal");
        }
        return evidence.unobserved().contains(consumer)
                ? seenFromOutside(evidence)
                : seenInHistory(evidence, signal.get());
    }

    private Finding seenInHistory(Evidence evidence, Instant signal) {
        List<Delivery> inHand = evidence.traces().all().stream()
                .flatMap(trace -> trace.deliveries().stream())
                .filter(delivery -> delivery.process().equals(consumer)
                        && delivery.at().isBefore(signal)
                        && !delivery.timeOf(Event.Deleted.class)
                                .filter(at -> at.isBefore(signal))
                                .isPresent())
                .toList();
        if (inHand.isEmpty()) {
            return Finding.undecided(consumer + " had nothing in hand when the signal was sent");
        }
        List<String> unfinished = ids(inHand.stream()
                .filter(delivery -> delivery.timeOf(Event.Deleted.class).isEmpty())
                .toList());
        return unfinished.isEmpty()
                ? Finding.holds(consumer + " was working on " + Names.of(ids(inHand)) + ", and finished it")
                : Finding.broken(consumer + " left " + Names.of(unfinished) + " unfinished");
    }

    private static List<String> ids(List<Delivery> deliveries) {
        return deliveries.stream()
                .map(delivery -> delivery.received().id())
                .distinct()
                .toList();
    }

    /** What it had in hand is no longer on the queue, neither in flight nor waiting: so it was deleted. */
    private Finding seenFromOutside(Evidence evidence) {
        Optional<Event.QueueSeen> before = seen(evidence, Event.QueueSeen.BEFORE_SIGNAL);
        Optional<Event.QueueSeen> after = seen(evidence, Event.QueueSeen.AFTER_END);
        if (before.isEmpty() || after.isEmpty()) {
            return Finding.undecided("nobody saw what " + consumer + " had in hand")
                    .onlyInHistoriesOrCalls("what " + consumer + " had in hand");
        }
        long inHand = before.get().inFlight();
        if (inHand == 0) {
            return Finding.undecided(consumer + " had nothing in hand when the signal was sent");
        }
        long waiting = before.get().waiting();
        long left = after.get().waiting() + after.get().inFlight();
        return Finding.that(
                after.get().inFlight() == 0 && left <= waiting,
                "seen from outside: " + consumer + " had " + inHand + " in hand, and of " + (waiting + inHand)
                        + " messages " + left + " were left when it had ended, "
                        + after.get().inFlight() + " of them in flight");
    }

    private Optional<Event.QueueSeen> seen(Evidence evidence, String occasion) {
        return evidence.history()
                .all(Event.QueueSeen.class)
                .filter(seen -> seen.child().equals(consumer) && seen.occasion().equals(occasion))
                .findFirst();
    }

    public Requirement othersUntouched() {
        return new Requirement(
                "others untouched",
                "All messages but those in the consumer's hand were first delivered to another consumer.",
                this::othersUntouched);
    }

    private Finding othersUntouched(Evidence evidence) {
        Messages messages = evidence.messages();
        Set<String> inHand = messages.where(trace -> isReceivedBy(trace, consumer)).ids().stream()
                .collect(Collectors.toSet());
        List<String> touched = messages.where(trace -> !inHand.contains(trace.id()) && isReceivedBefore(trace))
                .ids();
        return othersUntouched(messages.count(), inHand.size(), mostInHand(evidence), touched)
                .onlyInHistoriesOrCalls("to whom messages were delivered");
    }

    /** How many messages the consumer says that it works on at once. */
    private int mostInHand(Evidence evidence) {
        return evidence.history().entries().stream()
                .filter(entry -> entry.process().equals(consumer))
                .map(Entry::event)
                .filter(Event.Started.class::isInstance)
                .map(event -> ((Event.Started) event).settings().get(Knobs.CONCURRENCY.name()))
                .filter(Objects::nonNull)
                .mapToInt(Integer::parseInt)
                .findFirst()
                .orElse(1);
    }

    private Finding othersUntouched(int all, int inHand, int most, List<String> touched) {
        if (inHand > most) {
            return Finding.broken(consumer + " received " + inHand + " messages, not "
                    + (most == 1 ? "one" : "the " + most + " at most that it works on at once"));
        }
        return touched.isEmpty()
                ? Finding.holds("the receive count of " + (all - inHand) + " others was 0")
                : Finding.broken("delivered before, but not to " + consumer + ": " + Names.of(touched));
    }

    private static boolean isReceivedBy(MessageTrace trace, String process) {
        return trace.deliveries().stream()
                .anyMatch(delivery -> delivery.process().equals(process));
    }

    /** Whether the queue counts a delivery before the first one that a process recorded. */
    private static boolean isReceivedBefore(MessageTrace trace) {
        return trace.deliveries().stream().anyMatch(delivery -> delivery.receiveCount() > 1);
    }
}
