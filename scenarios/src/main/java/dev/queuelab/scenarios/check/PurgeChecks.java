package dev.queuelab.scenarios.check;

import dev.queuelab.core.history.Entry;
import dev.queuelab.core.history.Event;
import dev.queuelab.core.trace.MessageTrace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/**
 * Checks of what a purge takes. It "takes up to 60 seconds" and may take messages that were sent after it was asked for
 * (Amazon SQS API reference, PurgeQueue).
 */
public final class PurgeChecks {
    public static final Precondition SECOND_PURGE_REFUSED = new Precondition(
            "second purge refused",
            "The queue refused a second purge right after the first one, as Amazon SQS does for 60 s.",
            PurgeChecks::secondPurgeRefused);

    private PurgeChecks() {}

    /**
     * What was sent before the purge is gone.
     *
     * @param label of the producer that sent it
     */
    public static Requirement nothingFromBefore(String label) {
        return new Requirement(
                "nothing from before the purge",
                "No consumer received a message that was sent before the purge.",
                evidence -> {
                    Messages before = evidence.messages().from(Set.of(label));
                    List<String> delivered = before.ids().stream()
                            .filter(id -> evidence.deliveriesOf(id) > 0 || evidence.isDone(id))
                            .toList();
                    return delivered.isEmpty()
                            ? Finding.holds("none of " + before.count() + " was delivered")
                                    .onlyInHistoriesOrCalls("what was delivered")
                            : Finding.broken(delivered.size() + " of " + before.count() + " was delivered: "
                                    + Names.of(delivered));
                });
    }

    /**
     * What was sent once the purge must be over was processed.
     *
     * @param windowSeconds how long a purge may take new messages
     * @param labels of the producers that sent after that
     */
    public static Requirement sentAfterWindowSurvived(IntSupplier windowSeconds, Supplier<Set<String>> labels) {
        return new Requirement(
                "sent after the window survived",
                "Every message that was sent once the purge must be over was processed.",
                evidence -> {
                    Messages safe = evidence.messages().from(labels.get());
                    String when = " sent " + windowSeconds.getAsInt() + " s or more after the purge";
                    if (safe.count() == 0) {
                        return Finding.undecided("nothing was" + when);
                    }
                    List<String> missing = unprocessed(evidence, safe);
                    return missing.isEmpty()
                            ? Finding.holds("all of " + safe.count() + when + " survived")
                            : Finding.broken(missing.size() + " of " + safe.count() + when + " are missing: "
                                    + Names.of(missing));
                });
    }

    /**
     * The purge took messages that were sent after it.
     *
     * @param windowSeconds how long a purge may take new messages
     * @param labels of the producers that were to send within that time; on a busy machine a message may come later
     */
    public static Precondition purgeWindowSeen(IntSupplier windowSeconds, Supplier<Set<String>> labels) {
        return new Precondition(
                "purge window seen",
                "The purge took messages that were sent after it, as Amazon SQS may do for 60 s.",
                evidence -> {
                    Instant end = purgedAt(evidence).plusSeconds(windowSeconds.getAsInt());
                    Messages within =
                            evidence.messages().from(labels.get()).where(message -> isSentBefore(end, message));
                    if (within.count() == 0) {
                        return Finding.notApplicable(
                                "nothing was sent within the window of " + windowSeconds.getAsInt() + " s");
                    }
                    int missing = unprocessed(evidence, within).size();
                    return missing > 0
                            ? Finding.holds(missing + " of " + within.count()
                                    + " sent within the window were taken by the purge")
                            : Finding.notApplicable("this environment showed no window: all of " + within.count()
                                    + " sent within it survived; Amazon SQS may take them");
                });
    }

    /** When the first purge was accepted. */
    private static Instant purgedAt(Evidence evidence) {
        return evidence.history().entries().stream()
                .filter(entry -> entry.event() instanceof Event.PurgeAnswered answer && answer.accepted())
                .map(Entry::at)
                .findFirst()
                .orElse(Instant.MIN);
    }

    private static boolean isSentBefore(Instant end, MessageTrace message) {
        return message.acknowledged().filter(sent -> sent.at().isBefore(end)).isPresent();
    }

    private static Finding secondPurgeRefused(Evidence evidence) {
        List<Event.PurgeAnswered> answers = evidence.history()
                .all(Event.PurgeAnswered.class)
                .dropWhile(answer -> !answer.accepted()) // an earlier run's purge may still be at work
                .toList();
        if (answers.size() < 2) {
            return Finding.undecided("there was no second purge");
        }
        Event.PurgeAnswered second = answers.get(1);
        return second.accepted()
                ? Finding.notApplicable(
                        "this environment accepted a second purge at once; Amazon SQS refuses one for 60 s")
                : Finding.holds("refused with " + second.answer());
    }

    /**
     * What was sent when, and how much of it survived.
     *
     * @param labels of the producers, by seconds after the purge, in order
     */
    public static ReportTable window(String name, Supplier<Map<Integer, String>> labels) {
        return new ReportTable(name, evidence -> {
            List<List<String>> rows = new ArrayList<>();
            labels.get().forEach((seconds, label) -> {
                Messages sent = evidence.messages().from(Set.of(label));
                int survived = sent.count() - unprocessed(evidence, sent).size();
                rows.add(List.of("+" + seconds, Integer.toString(sent.count()), Integer.toString(survived)));
            });
            return new Table(List.of("seconds after the purge", "sent", "survived"), rows);
        });
    }

    private static List<String> unprocessed(Evidence evidence, Messages messages) {
        return messages.ids().stream().filter(id -> !evidence.isDone(id)).toList();
    }
}
