package dev.queuelab.scenarios.check;

import static dev.queuelab.scenarios.check.JudgedRun.judged;
import static org.assertj.core.api.Assertions.assertThat;

import dev.queuelab.core.history.Event;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The group of p, a and b begins with poison; x and y are another group. At most two deliveries. */
class GroupChecksTest {
    private final GroupChecks groups = new GroupChecks("head", "others");
    private final EvidenceBuilder run = new EvidenceBuilder()
            .file("producer-head.jsonl", "{\"group\":\"g\"}")
            .file(
                    "producer-others.jsonl",
                    "{\"group\":\"g\"}",
                    "{\"group\":\"h\"}",
                    "{\"group\":\"g\"}",
                    "{\"group\":\"h\"}");

    GroupChecksTest() {
        run.by("producer-head").sentPoison("p").by("producer-others").sent("a", "x", "b", "y");
        run.by("consumer-1");
    }

    @Test
    void aGroupThatWaitsForItsHeadWhileOthersFlowIsAsItShouldBe() {
        run.received("p").received("a").received("x").received("y");
        rejected().fact(new Event.HandedBack("a", "m-a"));
        done("x").attempted("y", "y").performed("y").deleted("y");
        run.after(Duration.ofSeconds(2)).redelivered("p").redelivered("a");
        rejected();
        done("a").processed("b").deadLettered("p");

        judged(groups.othersFlow(), run).passes("all 2 were deleted at their first delivery");
        judged(groups.groupWaits(), run).passes("the 2 after the poison were begun 2.0 s after its first delivery");
        judged(groups.orderKept(), run).passes("4 messages of 2 groups were done in order");
        judged(groups.othersAtWork(), run).passes("2 of other groups");
        assertThat(table().rows())
                .containsExactly(
                        List.of("g", "3", "2", "1", "5", "1", "2.0", "2.0"),
                        List.of("h", "2", "2", "0", "2", "0", "0.0", "0.0"));
    }

    @Test
    void aMessageThatOvertakesItsHeadIsFound() {
        run.received("p").received("a");
        rejected();
        done("a");
        run.after(Duration.ofSeconds(2)).redelivered("p");
        rejected();

        judged(groups.groupWaits(), run).fails("1 overtook the poison before its last delivery: a");
    }

    @Test
    void anotherGroupThatIsHeldUpIsFound() {
        run.received("p").received("x").attempted("x", "x").performed("x");
        rejected().after(Duration.ofSeconds(2)).redelivered("x").deleted("x");

        judged(groups.othersFlow(), run).fails("2 of 2 were not: x, y");
    }

    @Test
    void workOutOfOrderWithinAGroupIsFoundAndBetweenGroupsIsNone() {
        run.processed("y", "a", "x", "b");

        judged(groups.orderKept(), run).fails("out of order: h");
    }

    @Test
    void aGroupThatNeverGoesOnIsShown() {
        run.received("p");
        rejected();

        assertThat(table().rows().get(0)).contains("never went on", "never");
        judged(groups.groupWaits(), run).passes("(never) s after its first delivery");
    }

    @Test
    void withoutADeliveryOfThePoisonNothingIsProved() {
        judged(groups.groupWaits(), run).isUnknown("the poison was not delivered");
        judged(groups.othersAtWork(), run).isUnknown("0 of other groups");
    }

    @Test
    void whatIsDoneBeforeThePoisonWasDeliveredIsNotMeanwhile() {
        run.processed("x").received("p");
        rejected().after(Duration.ofSeconds(2)).redelivered("p").processed("y");

        judged(groups.othersAtWork(), run).isUnknown("0 of other groups");
    }

    @Test
    void poisonThatIsHandedBackAtOnceHoldsUpNobody() {
        run.processed("x").received("p");
        rejected().after(Duration.ofSeconds(1)).redelivered("p").processed("y");

        judged(groups.othersAtWork(), run).passes("while the poison was retried, for 1.0");
    }

    private EvidenceBuilder rejected() {
        return run.fact(new Event.Rejected("p", "m-p", "its body contains POISON"));
    }

    private EvidenceBuilder done(String id) {
        return run.attempted(id, id).performed(id).deleted(id);
    }

    private Table table() {
        return groups.table().draw().apply(run.evidence());
    }
}
