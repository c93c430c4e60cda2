package dev.queuelab.scenarios.check;

import dev.queuelab.core.history.Entry;
import dev.queuelab.core.history.Event;
import dev.queuelab.core.trace.Delivery;
import dev.queuelab.core.trace.MessageTrace;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
                "exited with 0",
                "The consumer ended by itself after SIGTERM, with exit code 0; a program that keeps no history may end with"
                        + " 143, as every Java virtual machine does, however orderly its shutdown.",
                this::exitedWithZero);
    }

    private Finding exitedWithZero(Evidence evidence) {
        Optional<Event.Exited> exit = evidence.history()
                .all(Event.Exited.class)
                .filter(event -> event.child().equals(consumer))
                .findFirst();
        if (exit.isEmpty()) {
            return Finding.undecided(consumer + " was not seen to exit");
        }
        if (isSent("KILL", consumer, evidence)) {
            return Finding.broken(consumer + " did not end after SIGTERM, and had to be killed");
        }
        int code = exit.get().exitCode();
        boolean fine = code == 0
                || (code == ENDED_BY_SIGTERM && evidence.withoutHistory().contains(consumer));
        return Finding.that(fine, consumer + " exited with " + code);
    }

    /** With whatever exit code: a program that does not listen for SIGTERM ends by it at once. */
    public Requirement endedByItself() {
        return new Requirement(
                "ended by itself", "The consumer ended after SIGTERM without being killed.", this::endedByItself);
    }

    private Finding endedByItself(Evidence evidence) {
        Optional<Event.Exited> exit = evidence.history()
                .all(Event.Exited.class)
                .filter(event -> event.child().equals(consumer))
                .findFirst();
        if (exit.isEmpty()) {
            return Finding.undecided(consumer + " was not seen to exit");
        }
        return Finding.that(
                !isSent("KILL", consumer, evidence),
                isSent("KILL", consumer, evidence)
                        ? consumer + " did not end after SIGTERM, and had to be killed"
                        : consumer + " ended with exit code " + exit.get().exitCode());
    }

    public Requirement workInHandFinished() {
        return new Requirement(
                "work in hand finished",
                "What the consumer was working on when SIGTERM came, it finished and deleted before it ended; what it"
                        + " had only received, it finished, or handed back.",
                this::workInHandFinished);
    }

    private Finding workInHandFinished(Evidence evidence) {
        return signal(evidence)
                .map(at -> evidence.unobserved().contains(consumer)
                        ? seenFromOutside(evidence)
                        : seenInHistory(evidence, at))
                .orElseGet(this::notSignalled);
    }

    private Finding notSignalled() {
        return Finding.undecided(consumer + " was not sent a signal");
    }

    private Optional<Instant> signal(Evidence evidence) {
        return evidence.history().entries().stream()
                .filter(entry -> entry.event() instanceof Event.Signalled signalled
                        && signalled.child().equals(consumer))
                .map(Entry::at)
                .findFirst();
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
        List<Delivery> left = inHand.stream()
                .filter(delivery -> delivery.timeOf(Event.Deleted.class).isEmpty() && !isHandedBackUntouched(delivery))
                .toList();
        List<Delivery> tooLate = left.stream()
                .filter(delivery -> delivery.timeOf(Event.DeleteStale.class).isPresent())
                .toList();
        List<String> unfinished = ids(
                left.stream().filter(delivery -> !tooLate.contains(delivery)).toList());
        if (!unfinished.isEmpty()) {
            return Finding.broken(consumer + " left " + Names.of(unfinished)
                    + " unfinished: neither deleted nor, before its work had begun, handed back");
        }
        if (!tooLate.isEmpty()) {
            return Finding.undecided(consumer + " deleted " + Names.of(ids(tooLate))
                    + " only when its visibility timeout was over, so that the queue refused it");
        }
        List<String> handedBack = ids(
                inHand.stream().filter(ShutdownChecks::isHandedBackUntouched).toList());
        List<String> finished =
                ids(inHand).stream().filter(id -> !handedBack.contains(id)).toList();
        return finished.isEmpty()
                ? Finding.undecided(consumer + " handed back all that it had in hand, and had begun nothing")
                : Finding.holds(consumer + " was working on " + Names.of(finished) + ", and finished it"
                        + (handedBack.isEmpty() ? "" : "; it handed back " + Names.of(handedBack)));
    }

    private static boolean isHandedBackUntouched(Delivery delivery) {
        return delivery.timeOf(Event.HandedBack.class).isPresent() && !isBegun(delivery);
    }

    private static boolean isBegun(Delivery delivery) {
        return delivery.timeOf(Event.EffectAttempted.class).isPresent()
                || delivery.timeOf(Event.EffectPerformed.class).isPresent();
    }

    private static List<String> ids(List<Delivery> deliveries) {
        return deliveries.stream()
                .map(delivery -> delivery.received().id())
                .distinct()
                .toList();
    }

    /** Nothing is in flight any more, and the queue holds less than before: the work was deleted, the rest handed back. */
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
                after.get().inFlight() == 0 && left < waiting + inHand,
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
                "After SIGTERM the consumer began no other message; one that still came, it handed back at once.",
                this::othersUntouched);
    }

    private Finding othersUntouched(Evidence evidence) {
        return signal(evidence)
                .map(at -> othersUntouched(evidence, at))
                .orElseGet(this::notSignalled)
                .onlyInHistoriesOrCalls("to whom messages were delivered");
    }

    private Finding othersUntouched(Evidence evidence, Instant signal) {
        Messages messages = evidence.messages();
        Set<String> before =
                messages
                        .where(trace -> deliveriesTo(trace)
                                .anyMatch(delivery -> delivery.at().isBefore(signal)))
                        .ids()
                        .stream()
                        .collect(Collectors.toSet());
        List<String> kept = messages.where(trace -> !before.contains(trace.id())
                        && deliveriesTo(trace).anyMatch(delivery -> !isHandedBackUntouched(delivery)))
                .ids();
        List<String> unread = messages.where(trace -> kept.contains(trace.id())
                        && deliveriesTo(trace).allMatch(delivery -> SuddenEnd.met(evidence, delivery)))
                .ids();
        if (!kept.isEmpty() && unread.size() == kept.size()) {
            return SuddenEnd.of(consumer, unread);
        }
        if (!kept.isEmpty()) {
            return Finding.broken(consumer + " received " + Names.of(kept) + " after SIGTERM, and did not hand "
                    + (kept.size() == 1 ? "it" : "them") + " back at once");
        }
        List<String> taken = messages.where(ShutdownChecks::isTakenUnseen).ids();
        return taken.isEmpty()
                ? Finding.holds("it began none of " + (messages.count() - before.size()) + " others")
                : DeadPolls.unlessTaken(
                        evidence,
                        taken,
                        Finding.broken("delivered before, but not to a consumer that is known: " + Names.of(taken)));
    }

    private Stream<Delivery> deliveriesTo(MessageTrace trace) {
        return trace.deliveries().stream().filter(delivery -> delivery.process().equals(consumer));
    }

    /** Whether the queue counts a delivery before the first one that a process recorded. */
    private static boolean isTakenUnseen(MessageTrace trace) {
        return !trace.deliveries().isEmpty() && trace.deliveries().get(0).receiveCount() > 1;
    }
}
