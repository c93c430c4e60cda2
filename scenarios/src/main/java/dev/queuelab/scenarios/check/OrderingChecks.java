package dev.queuelab.scenarios.check;

import dev.queuelab.core.history.Event;
import dev.queuelab.core.history.SkipReason;
import dev.queuelab.core.payload.Payload;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/** Checks of the order in which effects were performed, as a log of them shows. */
public final class OrderingChecks {
    /** Some message came too late to be applied. */
    public static final Precondition STALE_VERSION_SEEN = new Precondition(
            "stale version seen",
            "The failure came about: some version was handled after a newer one.",
            OrderingChecks::staleVersionSeen);

    private OrderingChecks() {}

    /**
     * The log's lines are exactly the expected ones, in this order: nothing out of its place, no gap, no repetition.
     *
     * @param log the file to which consumers append a line for each effect
     */
    public static Requirement inOrder(String name, String meaning, String log, Supplier<List<String>> expected) {
        return new Requirement(name, meaning, evidence -> inOrder(evidence, evidence.lines(log), expected.get()));
    }

    private static Finding inOrder(Evidence evidence, List<String> log, List<String> expected) {
        if (log.isEmpty() && !evidence.effects().isEmpty()) {
            return Finding.undecided("not judged: effects were performed, but none was written to the log");
        }
        if (log.equals(expected)) {
            return Finding.holds("the " + log.size() + " effects came in the order of their sending");
        }
        int same = 0;
        while (same < Math.min(log.size(), expected.size()) && log.get(same).equals(expected.get(same))) {
            same++;
        }
        return Finding.broken("after " + same + " effects in order came "
                + (same < log.size() ? log.get(same) : "nothing") + ", not "
                + (same < expected.size() ? expected.get(same) : "the end") + "; " + log.size() + " of "
                + expected.size() + " effects in all");
    }

    /**
     * The versions were applied in strictly increasing order, and the newest of all is the last.
     *
     * @param log the file to which consumers append a JSON object for each version that they apply
     * @param field the field of that object that holds the version
     */
    public static Requirement onlyNewer(String name, String meaning, String log, String field, IntSupplier newest) {
        return new Requirement(
                name, meaning, evidence -> onlyNewer(evidence, evidence.lines(log), field, newest.getAsInt()));
    }

    private static Finding onlyNewer(Evidence evidence, List<String> log, String field, long newest) {
        if (log.isEmpty() && !evidence.effects().isEmpty()) {
            return Finding.undecided("not judged: effects were performed, but no version was written to the log");
        }
        List<Long> applied = log.stream()
                .flatMap(line -> Payload.parse(line).wholeNumber(field).stream())
                .toList();
        if (applied.size() < log.size()) {
            return Finding.undecided("not judged: " + (log.size() - applied.size()) + " of " + log.size()
                    + " lines of the log have no whole number in their field \"" + field + "\"");
        }
        for (int place = 1; place < applied.size(); place++) {
            if (applied.get(place) <= applied.get(place - 1)) {
                return Finding.broken("version " + applied.get(place) + " was applied over " + applied.get(place - 1));
            }
        }
        boolean last = !applied.isEmpty() && applied.get(applied.size() - 1) == newest;
        return Finding.that(last, "applied were " + applied + ", and the newest is " + newest);
    }

    private static Finding staleVersionSeen(Evidence evidence) {
        long stale = evidence.history()
                .all(Event.Skipped.class)
                .filter(skipped -> skipped.reason() == SkipReason.STALE_VERSION)
                .count();
        String found = stale + " messages came after a newer one";
        return stale > 0
                ? Finding.holds(found)
                : Finding.broken(found).onlyInHistories("what came after a newer version");
    }
}
