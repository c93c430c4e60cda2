package dev.queuelab.scenarios.check;

import dev.queuelab.core.history.Entry;
import dev.queuelab.core.history.Event;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks of how often messages were delivered; what was done at each delivery is no concern of theirs. */
public final class Deliveries {
    private static final String DELETED = "";

    private Deliveries() {}

    /** How often each message was received, by id. */
    public static Map<String, Long> perMessage(Evidence evidence) {
        Map<String, Long> deliveries = new HashMap<>();
        evidence.history()
                .all(Event.Received.class)
                .forEach(received -> deliveries.merge(received.id(), 1L, Long::sum));
        return deliveries;
    }

    /**
     * At least {@code least} of the messages were received more than once. A story that provokes redeliveries proves
     * nothing where there were none, so fewer are UNKNOWN, not a failure.
     */
    public static Check redelivered(Messages messages, int least) {
        return new Check("redelivery seen", evidence -> {
            Set<String> ours = new HashSet<>(messages.ids());
            long again = perMessage(evidence).entrySet().stream()
                    .filter(entry -> ours.contains(entry.getKey()) && entry.getValue() > 1)
                    .count();
            String found = again + " of " + messages.count() + " received more than once";
            if (again >= least) {
                return Judgement.pass(found);
            }
            return evidence.hasGaps()
                    ? seenFromOutside(evidence, messages, least)
                    : Judgement.unknown(found + ": the failure that this story is about was not provoked");
        });
    }

    /**
     * What was in flight when the only consumer had ended was delivered again, since it is no longer on the queue. What a
     * consumer's books count as begun more than once was so as well.
     */
    private static Judgement seenFromOutside(Evidence evidence, Messages messages, int least) {
        long begunAgain = messages.ids().stream()
                .map(evidence.books()::get)
                .filter(book -> book != null && book.attempts() > 1)
                .count();
        long leftInFlight = evidence.history()
                .all(Event.QueueSeen.class)
                .filter(seen -> seen.occasion().equals(Event.QueueSeen.AFTER_END))
                .mapToLong(Event.QueueSeen::inFlight)
                .sum();
        boolean gone = evidence.queue().total() == 0;
        return begunAgain >= least || (gone && leftInFlight >= least)
                ? Judgement.pass("seen from outside: " + begunAgain + " booked as begun more than once, " + leftInFlight
                        + " left in flight by consumers that had ended")
                : Outside.unknown(evidence, "what was received more than once");
    }

    /** Each of these messages was deleted by whoever received it first. */
    public static Check deletedAtFirstSight(String which, Messages messages) {
        return new Check(which + " deleted at first sight", evidence -> {
            if (evidence.hasGaps()) {
                return startedOnce(evidence, messages);
            }
            Map<String, String> first = new HashMap<>();
            evidence.history().entries().forEach(entry -> {
                if (entry.event() instanceof Event.Received received && received.receiveCount() == 1) {
                    first.put(received.id(), entry.process());
                } else if (entry.event() instanceof Event.Received received) {
                    first.remove(received.id());
                } else if (entry.event() instanceof Event.Deleted deleted
                        && entry.process().equals(first.get(deleted.id()))) {
                    first.put(deleted.id(), DELETED);
                }
            });
            List<String> others = messages.ids().stream()
                    .filter(id -> !DELETED.equals(first.get(id)))
                    .toList();
            return others.isEmpty()
                    ? Judgement.pass("all " + messages.count() + " were deleted at their first delivery")
                    : Judgement.fail(others.size() + " of " + messages.count() + " were not: " + Listing.of(others));
        });
    }

    /** Books that count a message twice prove a second delivery; books that do not prove nothing. */
    private static Judgement startedOnce(Evidence evidence, Messages messages) {
        List<String> again = messages.ids().stream()
                .filter(id -> evidence.books().containsKey(id)
                        && evidence.books().get(id).attempts() > 1)
                .toList();
        return again.isEmpty()
                ? Outside.skip(evidence, "when messages were deleted")
                : Judgement.fail(
                        again.size() + " of " + messages.count() + " were begun more than once: " + Listing.of(again));
    }

    /** Some consumer received so many of the messages at once; else the story is about nothing that happened. */
    public static Check batchSeen(int least) {
        return new Check("batch seen", evidence -> {
            if (evidence.hasGaps()) {
                return Outside.unknown(evidence, "what was received together");
            }
            long most = 0;
            long run = 0;
            for (Entry entry : evidence.history().entries()) {
                run = entry.event() instanceof Event.Received ? run + 1 : 0;
                most = Math.max(most, run);
            }
            String found = "up to " + most + " messages were received together";
            return most >= least ? Judgement.pass(found) : Judgement.unknown(found + "; expected at least " + least);
        });
    }

    /** Each dead-lettered message was delivered to a consumer exactly as often as the queue allows. */
    public static Check deadLetteredAfter(int deliveries) {
        return new Check("dead letters received " + deliveries + " times", evidence -> {
            Map<String, Long> counts = evidence.hasGaps() ? byTheQueuesCount(evidence) : perMessage(evidence);
            List<String> others = evidence.deadLetters().stream()
                    .map(Evidence.DeadLetter::id)
                    .filter(id -> counts.getOrDefault(id, 0L) != deliveries)
                    .map(id -> id + " (" + counts.getOrDefault(id, 0L) + ")")
                    .toList();
            return others.isEmpty()
                    ? Judgement.pass((evidence.hasGaps() ? "by the queue's own count, " : "") + "each of "
                            + evidence.deadLetters().size() + " was received " + deliveries + " times")
                    : Judgement.fail(others.size() + " received another number of times: " + Listing.of(others));
        });
    }

    /** Deliveries of dead letters before the one by which the runner looked at them. */
    private static Map<String, Long> byTheQueuesCount(Evidence evidence) {
        Map<String, Long> counts = new HashMap<>();
        evidence.deadLetters().forEach(letter -> counts.put(letter.id(), letter.receiveCount() - 1L));
        return counts;
    }
}
