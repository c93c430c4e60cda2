package dev.queuelab.scenarios.check;

import java.util.List;

/** Checks of the order in which effects were performed, as a log of them tells. */
public final class Orders {
    private Orders() {}

    /** The log's lines are exactly these, in this order: nothing out of its place, no gap, no repetition. */
    public static Check inOrder(String name, List<String> expected, List<String> log) {
        return new Check(name, evidence -> {
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
}
