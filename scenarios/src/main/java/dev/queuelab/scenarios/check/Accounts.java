package dev.queuelab.scenarios.check;

import dev.queuelab.core.history.Event;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Checks that messages sent and messages found add up. */
public final class Accounts {
    private Accounts() {}

    /**
     * Every message that the queue acknowledged was processed, or is in the dead-letter queue, or a consumer says that it
     * expired; whether rightly so is for {@link Ages#onlyStaleExpired} to find. While the queue still
     * holds something, a missing message may be that, so nothing can be said. Nor can it of a message that the books of a
     * consumer without a history call done: another message's effect may stand for its own.
     */
    public static Check nothingLost(Messages messages) {
        return nothingLost(messages, false);
    }

    /** The same, where consumers may drop messages for their age, which only a history tells. */
    public static Check nothingLostUnlessExpired(Messages messages) {
        return nothingLost(messages, true);
    }

    private static Check nothingLost(Messages messages, boolean mayExpire) {
        return new Check("nothing lost", evidence -> {
            List<String> left = without(evidence::isDone, messages.ids());
            int done = messages.count() - left.size();
            List<String> neither = without(evidence::isDeadLettered, left);
            int dead = left.size() - neither.size();
            List<String> missing = without(evidence::isExpired, neither);
            int expired = neither.size() - missing.size();
            if (missing.isEmpty()) {
                return Judgement.pass("of " + messages.count() + " messages, " + done + " were processed"
                        + (expired == 0 ? "" : ", " + expired + " expired") + " and " + dead + " dead-lettered");
            }
            if (evidence.queue().total() > 0) {
                return Judgement.unknown(
                        missing.size() + " unaccounted for, but the queue still holds " + evidence.queue());
            }
            if (evidence.hasGaps() && mayExpire) {
                return Outside.unknown(
                        evidence, "whether " + missing.size() + " without an effect were dropped for their age");
            }
            List<String> lost = without(evidence::isBooked, missing);
            return lost.isEmpty() && evidence.hasGaps()
                    ? Outside.unknown(
                            evidence, "which effect stands for " + Listing.of(missing) + ", booked as completed")
                    : Judgement.fail(lost.size() + " of " + messages.count() + " lost: " + Listing.of(lost));
        });
    }

    private static List<String> without(Predicate<String> which, List<String> ids) {
        return ids.stream().filter(which.negate()).toList();
    }

    /** Our own books say of each message that its work is done, by whomever it was done. */
    public static Check completed(Messages messages) {
        return new Check("all completed", evidence -> {
            Set<String> completed = new HashSet<>();
            evidence.history()
                    .all(Event.Completed.class)
                    .map(Event.Completed::id)
                    .forEach(completed::add);
            if (evidence.hasGaps() && evidence.books().isEmpty()) {
                return Outside.skip(evidence, "what was completed, where the status table has no message of this run");
            }
            messages.ids().stream().filter(evidence::isBooked).forEach(completed::add);
            List<String> others = messages.ids().stream()
                    .filter(id -> !completed.contains(id))
                    .toList();
            return others.isEmpty()
                    ? Judgement.pass("all of " + messages.count() + " completed")
                    : Judgement.fail(
                            others.size() + " of " + messages.count() + " not completed: " + Listing.of(others));
        });
    }

    /** Nobody received a message that this run did not send. */
    public static Check nothingUnexpected(Messages messages) {
        return new Check("nothing unexpected", evidence -> {
            Set<String> expected = new HashSet<>(messages.ids());
            evidence.history().all(Event.Sending.class).map(Event.Sending::id).forEach(expected::add);
            Set<String> strangers = new HashSet<>();
            evidence.history()
                    .all(Event.Received.class)
                    .map(Event.Received::id)
                    .filter(id -> !expected.contains(id))
                    .forEach(strangers::add);
            return Outside.unlessSilent(
                    evidence,
                    "which messages were received",
                    () -> strangers.isEmpty()
                            ? Judgement.pass("every message received was sent by this run")
                            : Judgement.fail(strangers.size() + " not sent by this run: " + Listing.of(strangers)));
        });
    }
}
