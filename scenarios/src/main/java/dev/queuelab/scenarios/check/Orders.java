package dev.queuelab.scenarios.check;

import dev.queuelab.core.history.Event;
import dev.queuelab.core.history.SkipReason;
import java.util.List;

/** Checks of the order in which effects were performed, as a log of them tells. */
public final class Orders {
    private Orders() {}

    /** The log's lines are exactly these, in this order: nothing out of its place, no gap, no repetition. */
    public static Check inOrder(String name, List<String> expected, List<String> log) {
        return new Check(name, evidence -> {
            if (log.isEmpty() && !evidence.effects().isEmpty()) {
                return Judgement.unknown("not judged: effects were performed, but none was written to the log");
            }
            if (log.equals(expected)) {
                return Judgement.pass("the " + log.size() + " effects came in the order of their sending");
            }
            int same = 0;
            while (same < Math.min(log.size(), expected.size()) && log.get(same).equals(expected.get(same))) {
                same++;
            }
            return Judgement.fail("after " + same + " effects in order came "
                    + (same < log.size() ? log.get(same) : "nothing") + ", not "
                    + (same < expected.size() ? expected.get(same) : "the end") + "; " + log.size() + " of "
                    + expected.size() + " effects in all");
        });
    }

    /** The versions were applied in strictly increasing order, and the newest of all stands at the end. */
    public static Check onlyNewer(String name, List<Long> applied, long newest) {
        return new Check(name, evidence -> {
            if (applied.isEmpty() && !evidence.effects().isEmpty()) {
                return Judgement.unknown("not judged: effects were performed, but no version was written to the log");
            }
            for (int place = 1; place < applied.size(); place++) {
                if (applied.get(place) <= applied.get(place - 1)) {
                    return Judgement.fail(
                            "version " + applied.get(place) + " was applied over " + applied.get(place - 1));
                }
            }
            boolean last = !applied.isEmpty() && applied.get(applied.size() - 1) == newest;
            String found = "applied were " + applied + ", and the newest is " + newest;
            return last ? Judgement.pass(found) : Judgement.fail(found);
        });
    }

    /** Some message came too late to be applied; else the story is about nothing that happened. */
    public static Check staleSeen() {
        return new Check("stale version seen", evidence -> {
            long stale = evidence.history()
                    .all(Event.Skipped.class)
                    .filter(skipped -> skipped.reason() == SkipReason.STALE_VERSION)
                    .count();
            String found = stale + " messages came after a newer one";
            if (stale == 0 && evidence.hasGaps()) {
                return Outside.unknown(evidence, "what came after a newer version");
            }
            return stale > 0 ? Judgement.pass(found) : Judgement.unknown(found);
        });
    }
}
