package dev.queuelab.scenarios.check;

import static dev.queuelab.scenarios.check.JudgedRun.judged;

import dev.queuelab.core.history.Event;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The service's clock is 180 s ahead of the consumer behind, and as much behind the consumer ahead. */
class SkewChecksTest {
    private static final Duration LIMIT = Duration.ofSeconds(2);
    private static final Duration GENEROUS = Duration.ofSeconds(90);
    private static final Duration SKEW = Duration.ofMinutes(3);
    private static final SkewChecks SKEWED = new SkewChecks(
            () -> SKEW,
            Set.of("stale", "fresh"),
            new SkewChecks.Limited("behind", () -> LIMIT),
            new SkewChecks.Limited("ahead", () -> GENEROUS));

    /** Beyond the limit and the precision of the service's clock. */
    private static final Duration OLD = Duration.ofSeconds(5);

    private final EvidenceBuilder run = new EvidenceBuilder();

    @Test
    void staleMessagesThatWereDroppedAndFreshOnesThatWereDoneAreAsTheyShouldBe() {
        send("stale", "old");
        run.after(OLD);
        receive("behind", "old", SKEW).expired("old").deleted("old");
        send("fresh", "new");
        receive("ahead", "new", SKEW.negated()).attempted("new", "new").performed("new");

        judged(SKEWED.staleDropped(), run).passes("of 1 older than the limit, none had an effect");
        judged(SKEWED.freshKept(), run).passes("of 2 messages, none was dropped before it had the age");
        judged(SKEWED.staleAndFreshSeen(), run).passes("1 stale by behind (2.0 s), 1 fresh by ahead (90.0 s)");
        judged(SKEWED.skewSeen(), run).passes("time stamps 180.0 s off: behind yes, ahead yes");
    }

    @Test
    void aStaleMessageThatWasDoneIsFound() {
        send("stale", "old");
        run.after(OLD);
        receive("behind", "old", SKEW).attempted("old", "old").performed("old");

        judged(SKEWED.staleDropped(), run).fails("1 of 1 older than the limit had an effect: old");
    }

    @Test
    void whatIsLessTooOldThanTheClockIsPreciseMayBeDone() {
        send("stale", "old");
        run.after(Duration.ofSeconds(3));
        receive("behind", "old", SKEW).attempted("old", "old").performed("old");

        judged(SKEWED.staleDropped(), run).passes("of 0 older");
        judged(SKEWED.staleAndFreshSeen(), run).isUnknown("0 stale by behind");
    }

    @Test
    void aFreshMessageThatWasDroppedIsFound() {
        send("fresh", "new");
        receive("ahead", "new", SKEW.negated()).expired("new");

        judged(SKEWED.freshKept(), run).fails("1 dropped before they had the age: new by consumer-ahead");
    }

    @Test
    void aMessageThatAgedOnASlowMachineMayBeDropped() {
        send("fresh", "new");
        receive("ahead", "new", SKEW.negated()).after(GENEROUS.plus(OLD)).expired("new");

        judged(SKEWED.freshKept(), run).passes("of 1 messages");
        judged(SKEWED.staleAndFreshSeen(), run).isUnknown("0 fresh by ahead");
    }

    @Test
    void whereNothingWasFreshNothingIsProved() {
        send("stale", "old");
        run.after(OLD);
        receive("behind", "old", SKEW).expired("old");

        judged(SKEWED.staleAndFreshSeen(), run).isUnknown("1 stale by behind (2.0 s), 0 fresh by ahead");
    }

    @Test
    void eachConsumerHasItsOwnLimit() {
        send("fresh", "new");
        run.after(OLD);
        receive("ahead", "new", SKEW.negated()).attempted("new", "new").performed("new");

        judged(SKEWED.staleDropped(), run).passes("of 0 older");
        judged(SKEWED.staleAndFreshSeen(), run).isUnknown("1 fresh by ahead");
    }

    @Test
    void messagesOfOtherProducersAreNotJudged() {
        send("other", "old");
        run.after(OLD);
        receive("behind", "old", SKEW).performed("old");

        judged(SKEWED.staleDropped(), run).passes("of 0 older");
    }

    @Test
    void timeStampsThatAreNotShiftedProveNothing() {
        send("stale", "old");
        receive("behind", "old", SKEW);
        send("fresh", "new");
        receive("ahead", "new", Duration.ZERO);

        judged(SKEWED.skewSeen(), run).isUnknown("behind yes, ahead no");
    }

    @Test
    void timeStampsThatAreShiftedTheOtherWayProveNothing() {
        send("stale", "old");
        receive("behind", "old", SKEW.negated());
        send("fresh", "new");
        receive("ahead", "new", SKEW);

        judged(SKEWED.skewSeen(), run).isUnknown("behind no, ahead no");
    }

    private void send(String producer, String id) {
        run.by("producer-" + producer).sent(id);
    }

    private EvidenceBuilder receive(String consumer, String id, Duration shift) {
        return run.by("consumer-" + consumer)
                .fact(new Event.Received(id, "m-" + id, 1, run.now().plus(shift), null));
    }
}
