package dev.queuelab.scenarios.check;

import dev.queuelab.core.history.Event;
import dev.queuelab.core.trace.MessageTrace;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Checks that messages sent and messages found add up. */
public final class LossChecks {
    public static final Requirement NOTHING_LOST = nothingLost(false);

    /** The same, where consumers may drop messages for their age, which only a history shows. */
    public static final Requirement NOTHING_LOST_UNLESS_EXPIRED = nothingLost(true);

    public static final Requirement ALL_COMPLETED = new Requirement(
            "all completed",
            "The consumers' bookkeeping says of each message that its work is done.",
            LossChecks::allCompleted);

    public static final Requirement NOTHING_UNEXPECTED = new Requirement(
            "nothing unexpected",
            "No consumer received a message that this run did not send.",
            LossChecks::nothingUnexpected);

    private LossChecks() {}

    private static Requirement nothingLost(boolean mayExpire) {
        return new Requirement(
                "nothing lost",
                "Every message that the queue acknowledged was processed, or is in the dead-letter queue, or was dropped"
                        + " by a consumer because it was too old.",
                evidence -> nothingLost(evidence, mayExpire));
    }

    /**
     * While the queue still holds something, a missing message may be that, so nothing can be said. Nor can it of a message
     * that the status table calls completed where a consumer kept no history: another message's effect may stand for its
     * own.
     */
    private static Finding nothingLost(Evidence evidence, boolean mayExpire) {
        List<String> sent = evidence.messages().ids();
        if (!evidence.areEffectsKnown()) {
            return nothingVanished(evidence, sent);
        }
        List<String> left = without(evidence::isDone, sent);
        int done = sent.size() - left.size();
        List<String> neither = without(evidence::isDeadLettered, left);
        int dead = left.size() - neither.size();
        List<String> missing = without(evidence::isExpired, neither);
        int expired = neither.size() - missing.size();
        if (missing.isEmpty()) {
            return Finding.holds("of " + sent.size() + " messages, " + done + " were processed"
                    + (expired == 0 ? "" : ", " + expired + " expired") + " and " + dead + " dead-lettered");
        }
        if (evidence.queue().total() > 0) {
            return Finding.undecided(
                    missing.size() + " unaccounted for, but the queue still holds " + evidence.queue());
        }
        if (mayExpire && !evidence.isComplete()) {
            return Finding.undecided(missing.size() + " had no effect")
                    .onlyInHistories("whether " + missing.size() + " without an effect were dropped for their age");
        }
        List<String> lost = without(evidence::isRecordedCompleted, missing);
        return lost.isEmpty()
                ? Finding.undecided(missing.size() + " completed without an effect of their own")
                        .onlyInHistories("which effect stands for " + Names.of(missing) + ", recorded as completed")
                : Finding.broken(lost.size() + " of " + sent.size() + " lost: " + Names.of(lost));
    }

    /** Where no effect is seen, a consumer that deletes a message is believed to have done its work. */
    private static Finding nothingVanished(Evidence evidence, List<String> sent) {
        List<String> left = without(evidence::isDeleted, sent);
        List<String> missing = without(evidence::isDeadLettered, left);
        int dead = left.size() - missing.size();
        if (missing.isEmpty()) {
            return Finding.holds("of " + sent.size() + " messages, " + (sent.size() - left.size())
                    + " were deleted by consumers, whose effects are not seen, and " + dead + " dead-lettered");
        }
        return Finding.undecided("not judged: no effect was seen, and " + missing.size() + " of " + sent.size()
                        + " were neither deleted by a consumer nor dead-lettered: " + Names.of(missing))
                .onlyInHistoriesOrCalls("who deleted " + missing.size() + " messages");
    }

    private static List<String> without(Predicate<String> which, List<String> ids) {
        return ids.stream().filter(which.negate()).toList();
    }

    private static Finding allCompleted(Evidence evidence) {
        Messages messages = evidence.messages();
        List<String> others = messages.traces().stream()
                .filter(trace -> !trace.isCompleted() && !evidence.isRecordedCompleted(trace.id()))
                .map(MessageTrace::id)
                .toList();
        if (others.isEmpty()) {
            return Finding.holds("all of " + messages.count() + " completed");
        }
        Finding broken =
                Finding.broken(others.size() + " of " + messages.count() + " not completed: " + Names.of(others));
        return evidence.hasStatusRecords()
                ? broken
                : broken.onlyInHistories("what was completed if the status table has no message of this run");
    }

    private static Finding nothingUnexpected(Evidence evidence) {
        Set<String> expected = new HashSet<>(evidence.messages().ids());
        evidence.history().all(Event.Sending.class).map(Event.Sending::id).forEach(expected::add);
        Set<String> strangers = evidence.history()
                .all(Event.Received.class)
                .map(Event.Received::id)
                .filter(id -> !expected.contains(id))
                .collect(Collectors.toSet());
        return strangers.isEmpty()
                ? Finding.holds("every message received was sent by this run")
                        .onlyInHistoriesOrCalls("which messages were received")
                : Finding.broken(strangers.size() + " not sent by this run: " + Names.of(strangers));
    }
}
