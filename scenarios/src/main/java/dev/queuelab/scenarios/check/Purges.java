package dev.queuelab.scenarios.check;

import dev.queuelab.core.history.Event;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Checks of what a purge takes. It "takes up to 60 seconds" and may take messages that were sent after it was asked for
 * (Amazon SQS API reference, PurgeQueue).
 */
public final class Purges {
    private Purges() {}

    /** What was sent before the purge is gone. */
    public static Check nothingFromBefore(Messages before) {
        return new Check("nothing from before the purge", evidence -> {
            List<String> delivered = delivered(evidence, before);
            return Outside.unlessSilent(
                    evidence,
                    "what was delivered",
                    () -> delivered.isEmpty()
                            ? Judgement.pass("none of " + before.count() + " was delivered")
                            : Judgement.fail(delivered.size() + " of " + before.count() + " was delivered: "
                                    + Listing.of(delivered)));
        });
    }

    /** What was sent once the purge must be over was processed. */
    public static Check safeSurvived(Duration window, Messages safe) {
        return new Check("sent after the window survived", evidence -> {
            if (safe.count() == 0) {
                return Judgement.unknown("nothing was sent " + window.toSeconds() + " s or more after the purge");
            }
            List<String> missing =
                    safe.ids().stream().filter(id -> !evidence.isDone(id)).toList();
            String all = safe.count() + " sent " + window.toSeconds() + " s or more after the purge";
            return missing.isEmpty()
                    ? Judgement.pass("all of " + all + " survived")
                    : Judgement.fail(missing.size() + " of " + all + " are missing: " + Listing.of(missing));
        });
    }

    /** The purge took messages that were sent after it; where it did not, there is nothing to see. */
    public static Check windowSeen(Messages within) {
        return new Check("purge window seen", evidence -> {
            long missing =
                    within.ids().stream().filter(id -> !evidence.isDone(id)).count();
            return missing > 0
                    ? Judgement.pass(
                            missing + " of " + within.count() + " sent within the window were taken by the purge")
                    : Judgement.skip("this environment showed no window: all of " + within.count()
                            + " sent within it survived; Amazon SQS may take them");
        });
    }

    /** A second purge, at once after the first, was refused; where it was not, that is told. */
    public static Check secondRefused() {
        return new Check("second purge refused", evidence -> {
            List<Event.PurgeAnswered> answers = evidence.history()
                    .all(Event.PurgeAnswered.class)
                    .dropWhile(answer -> !answer.accepted()) // an earlier run's purge may be at work still
                    .toList();
            if (answers.size() < 2) {
                return Judgement.unknown("there was no second purge");
            }
            Event.PurgeAnswered second = answers.get(1);
            return second.accepted()
                    ? Judgement.skip(
                            "this environment accepted a second purge at once; Amazon SQS refuses one for 60 s")
                    : Judgement.pass("refused with " + second.answer());
        });
    }

    /** What was sent when, and how many of it survived: by seconds after the purge, in order. */
    public static Exhibit window(String name, Map<Integer, Messages> sentAfter) {
        return new Exhibit(name, evidence -> {
            List<List<String>> rows = new ArrayList<>();
            sentAfter.forEach((seconds, messages) -> {
                long survived = messages.ids().stream().filter(evidence::isDone).count();
                rows.add(List.of(
                        String.format(Locale.ROOT, "+%d", seconds),
                        Integer.toString(messages.count()),
                        Long.toString(survived)));
            });
            return new Table(List.of("seconds after the purge", "sent", "survived"), rows);
        });
    }

    private static List<String> delivered(Evidence evidence, Messages messages) {
        Set<String> received = Deliveries.perMessage(evidence).keySet();
        return messages.ids().stream()
                .filter(id -> received.contains(id) || evidence.isDone(id))
                .toList();
    }
}
