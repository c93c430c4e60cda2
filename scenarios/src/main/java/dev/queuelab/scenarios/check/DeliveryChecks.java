package dev.queuelab.scenarios.check;

import dev.queuelab.core.history.Entry;
import dev.queuelab.core.history.Event;
import dev.queuelab.core.history.History;
import dev.queuelab.core.toolbox.Seconds;
import dev.queuelab.core.trace.MessageTrace;
import dev.queuelab.scenarios.check.StackSnapshot.DeadLetter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;

/** Checks of how often messages were delivered. What was done at each delivery is not their concern. */
public final class DeliveryChecks {
    public static final Requirement GOOD_DELETED_AT_FIRST_SIGHT = deletedAtFirstSight(
            "good deleted at first sight",
            "Each message that had to be processed was deleted by the process that received it first.",
            evidence -> evidence.messages().good());

    public static final Requirement DEAD_LETTERED_AT_THE_LIMIT = new Requirement(
            "dead-lettered at the limit",
            "Each dead letter was delivered exactly as often as the queue's maxReceiveCount allows.",
            DeliveryChecks::deadLetteredAtTheLimit);

    private DeliveryChecks() {}

    /** At least {@code least} of the run's messages were received more than once. */
    public static Precondition redelivered(int least) {
        return redelivered(least, UnaryOperator.identity());
    }

    /** At least {@code least} of the selected messages were received more than once. */
    public static Precondition redelivered(int least, UnaryOperator<Messages> selection) {
        return new Precondition(
                "redelivery seen",
                "The failure came about: at least " + least + " of the messages " + (least == 1 ? "was" : "were")
                        + " received more than once.",
                evidence -> redelivered(evidence, selection.apply(evidence.messages()), least));
    }

    private static Finding redelivered(Evidence evidence, Messages messages, int least) {
        int again = messages.where(MessageTrace::isRedelivered).count();
        String found = again + " of " + messages.count() + " received more than once";
        if (again >= least) {
            return Finding.holds(found);
        }
        return redeliveredSeenFromOutside(evidence, messages, least)
                .orElseGet(() -> Finding.broken(found + ": the failure that this scenario is about was not provoked")
                        .onlyInHistoriesOrCalls("what was received more than once"));
    }

    /**
     * What the only consumer had in flight and left on the queue when it ended was delivered again, since it is no longer
     * on the queue. A message that a consumer recorded as begun more than once was delivered again as well.
     */
    private static Optional<Finding> redeliveredSeenFromOutside(Evidence evidence, Messages messages, int least) {
        if (evidence.isObserved()) {
            return Optional.empty();
        }
        long begunAgain =
                messages.ids().stream().filter(evidence::isRecordedBegunAgain).count();
        List<Event.QueueSeen> seen =
                evidence.history().all(Event.QueueSeen.class).toList();
        long leftInFlight = seen.stream()
                .filter(look -> look.occasion().equals(Event.QueueSeen.AFTER_END))
                .mapToLong(atItsEnd -> leftInFlight(seen, atItsEnd))
                .sum();
        boolean gone = evidence.queue().total() == 0;
        return begunAgain >= least || (gone && leftInFlight >= least)
                ? Optional.of(Finding.holds("seen from outside: " + begunAgain
                        + " recorded as begun more than once, " + leftInFlight
                        + " left in flight by consumers that had ended"))
                : Optional.empty();
    }

    /**
     * The queue's count right after the end is already lower where a visibility timeout has passed. A count from before
     * holds too, less what left the queue since.
     */
    private static long leftInFlight(List<Event.QueueSeen> seen, Event.QueueSeen atItsEnd) {
        return seen.stream()
                .filter(look -> look.child().equals(atItsEnd.child()))
                .filter(look -> look.occasion().equals(Event.QueueSeen.AT_WORK))
                .mapToLong(atWork -> atWork.inFlight() - (atWork.total() - atItsEnd.total()))
                .reduce(atItsEnd.inFlight(), Math::max);
    }

    /** Each of these messages was deleted by the process that received it first. */
    public static Requirement deletedAtFirstSight(String name, String meaning, Function<Evidence, Messages> which) {
        return new Requirement(name, meaning, evidence -> deletedAtFirstSight(evidence, which.apply(evidence)));
    }

    private static Finding deletedAtFirstSight(Evidence evidence, Messages good) {
        if (!evidence.isObserved()) {
            List<String> again =
                    good.ids().stream().filter(evidence::isRecordedBegunAgain).toList();
            return again.isEmpty()
                    ? Finding.holds("none was begun more than once")
                            .onlyInHistoriesOrCalls("when messages were deleted")
                    : Finding.broken(
                            again.size() + " of " + good.count() + " were begun more than once: " + Names.of(again));
        }
        Messages others = good.where(trace -> !isDeletedAtFirstSight(trace));
        if (others.count() == 0) {
            return Finding.holds("all " + good.count() + " were deleted at their first delivery");
        }
        String found = others.count() + " of " + good.count() + " were not: " + Names.of(others.ids());
        Duration most = evidence.queueSettings().visibilityTimeout().dividedBy(2);
        return others.where(trace -> isBegunLate(trace, most)).count() == others.count()
                ? Finding.undecided(found + ", and each was begun more than " + Seconds.format(most)
                        + " s after its receive, so late that it may have expired for that alone")
                : DeadPolls.unlessTaken(evidence, others.ids(), Finding.broken(found));
    }

    /** Its consumer took so long to begin that what came then was too late. */
    private static boolean isBegunLate(MessageTrace trace, Duration most) {
        return trace.deliveries().stream()
                .findFirst()
                .filter(first -> first.facts().stream()
                        .findFirst()
                        .filter(fact -> fact.at().isAfter(first.at().plus(most)))
                        .isPresent())
                .isPresent();
    }

    private static boolean isDeletedAtFirstSight(MessageTrace trace) {
        return trace.deliveries().size() == 1
                && trace.deliveries().get(0).receiveCount() == 1
                && trace.deliveries().get(0).timeOf(Event.Deleted.class).isPresent();
    }

    /**
     * Messages of this producer were processed, whatever others were in their way.
     *
     * @param label of the producer that sent them
     */
    public static Requirement served(String label) {
        return new Requirement(
                "good ones served",
                "Each message that can be decoded was processed, or where effects are not seen, deleted.",
                evidence -> {
                    List<String> sent = evidence.messages().from(Set.of(label)).ids();
                    List<String> missing = sent.stream()
                            .filter(id -> !evidence.isDone(id) && !evidence.isDeleted(id))
                            .toList();
                    return (missing.isEmpty()
                                    ? Finding.holds("all " + sent.size() + " were")
                                    : Finding.broken(
                                            missing.size() + " of " + sent.size() + " were not: " + Names.of(missing)))
                            .onlyInHistoriesOrCalls("what was deleted");
                });
    }

    /** At least {@code least} of the messages were received after a consumer had deleted them. */
    public static Precondition deliveredAfterDeletion(int least) {
        return new Precondition(
                "copies seen",
                "The failure came about: at least " + least + " of the messages " + (least == 1 ? "was" : "were")
                        + " received after a consumer had deleted them.",
                evidence -> {
                    int copies = evidence.messages()
                            .where(DeliveryChecks::isDeliveredAfterDeletion)
                            .count();
                    String found = copies + " of " + evidence.messages().count() + " received after their deletion";
                    return (copies >= least ? Finding.holds(found) : Finding.broken(found))
                            .onlyInHistoriesOrCalls("what was received after its deletion");
                });
    }

    private static boolean isDeliveredAfterDeletion(MessageTrace trace) {
        Optional<Instant> deleted = trace.deliveries().stream()
                .flatMap(delivery -> delivery.timeOf(Event.Deleted.class).stream())
                .min(Instant::compareTo);
        return deleted.isPresent()
                && trace.deliveries().stream()
                        .anyMatch(delivery -> delivery.at().isAfter(deleted.get()));
    }

    /** Some consumer received at least {@code least} of the messages with one call. */
    public static Precondition batchSeen(int least) {
        return new Precondition(
                "batch seen",
                "The failure could come about: a consumer received at least " + least + " messages together.",
                evidence -> {
                    long most = mostReceivedTogether(evidence.history());
                    String found = "up to " + most + " messages were received together";
                    return (most >= least
                                    ? Finding.holds(found)
                                    : Finding.broken(found + "; expected at least " + least))
                            .onlyInHistoriesOrCalls("what was received together");
                });
    }

    /** How many messages some consumer received at most with nothing else between them, as by one call. */
    public static long mostReceivedTogether(History history) {
        long most = 0;
        long row = 0;
        for (Entry entry : history.entries()) {
            row = entry.event() instanceof Event.Received ? row + 1 : 0;
            most = Math.max(most, row);
        }
        return most;
    }

    private static Finding deadLetteredAtTheLimit(Evidence evidence) {
        int limit = evidence.queueSettings().maxReceiveCount();
        ToIntFunction<DeadLetter> deliveries = evidence.isComplete()
                ? letter -> evidence.deliveriesOf(letter.id())
                : letter -> letter.receiveCount() - 1; // the queue's count, without the look at the dead-letter queue
        List<DeadLetter> wrong = evidence.deadLetters().stream()
                .filter(letter -> deliveries.applyAsInt(letter) != limit)
                .toList();
        List<String> others = wrong.stream()
                .map(letter -> letter.id() + " (" + deliveries.applyAsInt(letter) + ")")
                .toList();
        return others.isEmpty()
                ? Finding.holds((evidence.isComplete() ? "" : "by the queue's own count, ") + "each of "
                        + evidence.deadLetters().size() + " was received " + limit + " times")
                : DeadPolls.unlessTaken(
                        evidence,
                        wrong.stream().map(DeadLetter::id).toList(),
                        Finding.broken(others.size() + " received another number of times than " + limit + ": "
                                + Names.of(others)));
    }
}
