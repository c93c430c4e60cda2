package dev.queuelab.scenarios.check;

import static dev.queuelab.scenarios.check.JudgedRun.judged;

import dev.queuelab.core.history.Event;
import dev.queuelab.core.history.SkipReason;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderingChecksTest {
    private static final Check NEWER = OrderingChecks.onlyNewer("newer", "Only newer.", "versions", "version", () -> 5);

    private static final Check ONCE = OrderingChecks.eachOnce("once", "Each once.", "log", "other");

    private final EvidenceBuilder run = new EvidenceBuilder();

    @Test
    void effectsThatNobodyLoggedShowNoOrder() {
        run.sent("a").processed("a");

        judged(inOrder(), run).isUnknown("none was written to the log");
        judged(onlyNewer(), run).isUnknown("no version was written to the log");
    }

    @Test
    void effectsInTheOrderOfTheirSendingKeepIt() {
        judged(inOrder("0", "1", "2"), run).passes("the 3 effects came in the order");
    }

    @Test
    void anEffectThatOvertookAnotherIsFound() {
        judged(inOrder("0", "2", "1"), run).fails("after 1 effects in order came 2, which was sent after 1");
    }

    @Test
    void whatWasNotDoneIsNoDisorder() {
        judged(inOrder("0", "2"), run).isUnknown("the log has 2 of 3 effects, which came in order");
        judged(inOrder("2", "0"), run).fails("after 0 effects in order came 2, which was sent after 0");
    }

    @Test
    void aRepetitionIsNoDisorder() {
        judged(inOrder("0", "0", "1", "0", "2"), run).passes("the 3 effects came in the order");
        judged(ONCE, run).fails("repeated: 0 (3 times in log)");
    }

    @Test
    void whatIsLoggedOnceIsNotRepeated() {
        run.file("log", "0", "1");

        judged(ONCE, run).passes("no effect is in the log twice");
    }

    @Test
    void newerVersionsUpToTheNewestMayBeApplied() {
        judged(onlyNewer(2, 5), run).passes("applied were [2, 5]");
    }

    @Test
    void anOlderVersionAppliedOverANewerOneIsFound() {
        judged(onlyNewer(2, 5, 3), run).fails("version 3 was applied over 5");
    }

    @Test
    void theSameVersionAppliedTwiceIsFound() {
        judged(onlyNewer(5, 5), run).fails("version 5 was applied over 5");
    }

    @Test
    void aNewestVersionThatWasNotAppliedIsFound() {
        judged(onlyNewer(2, 4), run).fails("the newest is 5");
        judged(onlyNewer(), run).fails("applied were []");
    }

    @Test
    void aStaleVersionIsSeen() {
        run.fact(new Event.Skipped("a", "a", SkipReason.STALE_VERSION));

        judged(OrderingChecks.STALE_VERSION_SEEN, run).passes("1 messages came after a newer one");
    }

    @Test
    void withoutAStaleVersionNothingIsProved() {
        run.fact(new Event.Skipped("a", "a", SkipReason.COMPLETED));

        judged(OrderingChecks.STALE_VERSION_SEEN, run).isUnknown("0 messages");
    }

    @Test
    void aLineWithoutAVersionIsNotJudged() {
        run.file("versions", "{\"version\": 5}", "{\"version\": \"new\"}", "nonsense");

        judged(NEWER, run).isUnknown("2 of 3 lines of the log have no whole number");
    }

    private Check inOrder(String... log) {
        run.file("log", log);
        return OrderingChecks.inOrder("order kept", "In order.", "log", () -> List.of("0", "1", "2"));
    }

    private Check onlyNewer(int... applied) {
        run.file(
                "versions",
                Arrays.stream(applied)
                        .mapToObj(version -> "{\"version\": " + version + "}")
                        .toArray(String[]::new));
        return NEWER;
    }
}
