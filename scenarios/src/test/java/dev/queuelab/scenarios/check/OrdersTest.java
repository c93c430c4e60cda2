package dev.queuelab.scenarios.check;

import static dev.queuelab.scenarios.check.Judged.judged;

import dev.queuelab.core.history.Event;
import dev.queuelab.core.history.SkipReason;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrdersTest {
    private final Given run = new Given();

    @Test
    void effectsThatNobodyLoggedTellNothingOfTheirOrder() {
        run.sent("a").processed("a");

        judged(inOrder(), run).isUnknown("none was written to the log");
        judged(Orders.onlyNewer("newer", List.of(), 5), run).isUnknown("no version was written to the log");
    }

    @Test
    void effectsInTheOrderOfTheirSendingKeepIt() {
        judged(inOrder("0", "1", "2"), run).passes("the 3 effects came in the order");
    }

    @Test
    void anEffectThatOvertookAnotherIsFound() {
        judged(inOrder("0", "2", "1"), run).fails("after 1 effects in order came 2, not 1");
    }

    @Test
    void aGapIsFound() {
        judged(inOrder("0", "1"), run).fails("after 2 effects in order came nothing, not 2; 2 of 3 effects in all");
    }

    @Test
    void aRepetitionIsFound() {
        judged(inOrder("0", "1", "2", "2"), run).fails("after 3 effects in order came 2, not the end");
    }

    @Test
    void newerVersionsUpToTheNewestMayBeApplied() {
        judged(Orders.onlyNewer("newer", List.of(2L, 5L), 5), run).passes("applied were [2, 5]");
    }

    @Test
    void anOlderVersionAppliedOverANewerOneIsFound() {
        judged(Orders.onlyNewer("newer", List.of(2L, 5L, 3L), 5), run).fails("version 3 was applied over 5");
    }

    @Test
    void theSameVersionAppliedTwiceIsFound() {
        judged(Orders.onlyNewer("newer", List.of(5L, 5L), 5), run).fails("version 5 was applied over 5");
    }

    @Test
    void aNewestVersionThatWasNotAppliedIsFound() {
        judged(Orders.onlyNewer("newer", List.of(2L, 4L), 5), run).fails("the newest is 5");
        judged(Orders.onlyNewer("newer", List.of(), 5), run).fails("applied were []");
    }

    @Test
    void aStaleVersionIsSeen() {
        run.fact(new Event.Skipped("a", "a", SkipReason.STALE_VERSION));

        judged(Orders.staleSeen(), run).passes("1 messages came after a newer one");
    }

    @Test
    void withoutAStaleVersionNothingIsProved() {
        run.fact(new Event.Skipped("a", "a", SkipReason.COMPLETED));

        judged(Orders.staleSeen(), run).isUnknown("0 messages");
    }

    private static Check inOrder(String... log) {
        return Orders.inOrder("order kept", List.of("0", "1", "2"), List.of(log));
    }
}
