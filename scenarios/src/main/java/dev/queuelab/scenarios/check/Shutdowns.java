package dev.queuelab.scenarios.check;

import dev.queuelab.core.history.Entry;
import dev.queuelab.core.history.Event;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Checks of how a consumer that was sent SIGTERM came to its end. */
public final class Shutdowns {
    private Shutdowns() {}

    /** The consumer ended with this exit code. */
    public static Check exitedWith(String consumer, int code) {
        return new Check(
                "exited with " + code,
                evidence -> exitOf(evidence, consumer)
                        .map(exit -> exit.exitCode() == code
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
            Set<String> inHand = new HashSet<>();
            ids(evidence, consumer, Event.Received.class, signal.get(), true).forEach(inHand::add);
            ids(evidence, consumer, Event.Deleted.class, signal.get(), true).forEach(inHand::remove);
            if (inHand.isEmpty()) {
                return Judgement.unknown(consumer + " had nothing in hand when the signal was sent");
            }
            List<String> finished = ids(evidence, consumer, Event.Deleted.class, signal.get(), false)
                    .filter(inHand::contains)
                    .toList();
            inHand.removeAll(finished);
            return inHand.isEmpty()
                    ? Judgement.pass(consumer + " was working on " + Listing.of(finished) + ", and finished it")
                    : Judgement.fail(consumer + " left " + Listing.of(inHand) + " unfinished");
        });
    }

    /** Of these messages, all but the one in the consumer's hand were first delivered to somebody after it. */
    public static Check othersUntouched(String consumer, Messages messages) {
        return new Check("others untouched", evidence -> {
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

    private static Stream<String> ids(
            Evidence evidence, String process, Class<? extends Event> kind, Instant signal, boolean before) {
        return evidence.history().entries().stream()
                .filter(entry -> entry.process().equals(process) && kind.isInstance(entry.event()))
                .filter(entry -> entry.at().isBefore(signal) == before)
                .map(entry -> idOf(entry.event()));
    }

    private static String idOf(Event event) {
        if (event instanceof Event.Received received) {
            return received.id();
        }
        if (event instanceof Event.Deleted deleted) {
            return deleted.id();
        }
        throw new IllegalArgumentException("no message in " + event);
    }
}
