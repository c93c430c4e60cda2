package dev.queuelab.scenarios.check;

import dev.queuelab.core.history.Entry;
import dev.queuelab.core.history.Event;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Checks of how a consumer that was sent SIGTERM came to its end. */
public final class Shutdowns {
    private Shutdowns() {}

    /** The consumer ended with this exit code. */
    public static Check exitedWith(String consumer, int code) {
        return new Check(
                "exited with " + code,
                evidence -> exitOf(evidence, consumer)
                        .map(exit -> wasKilled(evidence, consumer)
                                ? Judgement.fail(consumer + " did not end when it was told to, and had to be killed")
                                : exit.exitCode() == code
                                        ? Judgement.pass(consumer + " exited with " + code)
                                        : Judgement.fail(consumer + " exited with " + exit.exitCode()))
                        .orElseGet(() -> Judgement.unknown(consumer + " was not seen to exit")));
    }

    /**
     * What the consumer was working on when the signal was sent, it finished and deleted before it ended. If it was not
     * working on anything, nothing is proved.
     */
    public static Check workInHandFinished(String consumer) {
        return new Check("work in hand finished", evidence -> {
            Optional<Instant> signal = signalTo(evidence, consumer);
            if (signal.isEmpty()) {
                return Judgement.unknown(consumer + " was not sent a signal");
            }
            if (evidence.silent().contains(consumer)) {
                return seenFromOutside(evidence, consumer);
            }
            Predicate<Entry> before = entry -> entry.at().isBefore(signal.get());
            Set<String> inHand = new HashSet<>();
            facts(evidence, consumer, Event.Received.class, before).forEach(received -> inHand.add(received.id()));
            facts(evidence, consumer, Event.Deleted.class, before).forEach(deleted -> inHand.remove(deleted.id()));
            if (inHand.isEmpty()) {
                return Judgement.unknown(consumer + " had nothing in hand when the signal was sent");
            }
            List<String> finished = facts(evidence, consumer, Event.Deleted.class, before.negate())
                    .map(Event.Deleted::id)
                    .filter(inHand::contains)
                    .toList();
            inHand.removeAll(finished);
            return inHand.isEmpty()
                    ? Judgement.pass(consumer + " was working on " + Listing.of(finished) + ", and finished it")
                    : Judgement.fail(consumer + " left " + Listing.of(inHand) + " unfinished");
        });
    }

    /** What was in its hand is no longer on the queue, neither in flight nor waiting: so it was deleted. */
    private static Judgement seenFromOutside(Evidence evidence, String consumer) {
        Optional<Event.QueueSeen> before = seen(evidence, consumer, Event.QueueSeen.BEFORE_SIGNAL);
        Optional<Event.QueueSeen> after = seen(evidence, consumer, Event.QueueSeen.AFTER_END);
        if (before.isEmpty() || after.isEmpty()) {
            return Outside.unknown(evidence, "what " + consumer + " had in hand");
        }
        long inHand = before.get().inFlight();
        if (inHand == 0) {
            return Judgement.unknown(consumer + " had nothing in hand when the signal was sent");
        }
        long atMost = before.get().waiting();
        long left = after.get().waiting() + after.get().inFlight();
        String found = "seen from outside: " + consumer + " had " + inHand + " in hand, and of " + (atMost + inHand)
                + " messages " + left + " were left when it had ended, "
                + after.get().inFlight() + " of them in flight";
        return after.get().inFlight() == 0 && left <= atMost ? Judgement.pass(found) : Judgement.fail(found);
    }

    private static Optional<Event.QueueSeen> seen(Evidence evidence, String consumer, String occasion) {
        return evidence.history()
                .all(Event.QueueSeen.class)
                .filter(seen -> seen.child().equals(consumer) && seen.occasion().equals(occasion))
                .findFirst();
    }

    private static boolean wasKilled(Evidence evidence, String consumer) {
        return evidence.history()
                .all(Event.Signalled.class)
                .anyMatch(signal ->
                        signal.child().equals(consumer) && signal.signal().equals("KILL"));
    }

    /** Of these messages, all but the one in the consumer's hand were first delivered to somebody after it. */
    public static Check othersUntouched(String consumer, Messages messages) {
        return new Check("others untouched", evidence -> {
            if (evidence.hasGaps()) {
                return Outside.skip(evidence, "to whom messages were delivered");
            }
            Set<String> touched = new HashSet<>();
            Set<String> inHand = new HashSet<>();
            evidence.history().entries().forEach(entry -> {
                if (entry.event() instanceof Event.Received received) {
                    if (entry.process().equals(consumer)) {
                        inHand.add(received.id());
                    } else if (!inHand.contains(received.id()) && received.receiveCount() > 1) {
                        touched.add(received.id());
                    }
                }
            });
            int others = messages.count() - inHand.size();
            if (inHand.size() > 1) {
                return Judgement.fail(consumer + " received " + inHand.size() + " messages, not one");
            }
            return touched.isEmpty()
                    ? Judgement.pass("the receive count of " + others + " others was 0")
                    : Judgement.fail("delivered before, but not to " + consumer + ": " + Listing.of(touched));
        });
    }

    private static Optional<Event.Exited> exitOf(Evidence evidence, String child) {
        return evidence.history()
                .all(Event.Exited.class)
                .filter(exit -> exit.child().equals(child))
                .findFirst();
    }

    private static Optional<Instant> signalTo(Evidence evidence, String child) {
        return evidence.history().entries().stream()
                .filter(entry -> entry.event() instanceof Event.Signalled signal
                        && signal.child().equals(child))
                .map(Entry::at)
                .findFirst();
    }

    private static <E extends Event> Stream<E> facts(
            Evidence evidence, String process, Class<E> kind, Predicate<Entry> which) {
        return evidence.history().entries().stream()
                .filter(entry -> entry.process().equals(process))
                .filter(which)
                .map(Entry::event)
                .filter(kind::isInstance)
                .map(kind::cast);
    }
}
