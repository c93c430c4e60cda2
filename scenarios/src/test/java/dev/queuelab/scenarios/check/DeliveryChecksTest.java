package dev.queuelab.scenarios.check;

import static dev.queuelab.scenarios.check.JudgedRun.judged;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class DeliveryChecksTest {
    private final EvidenceBuilder run = new EvidenceBuilder();

    @Test
    void aRedeliveryIsSeen() {
        run.sent("a", "b").received("a").received("b").received("a");

        judged(DeliveryChecks.redelivered(1), run).passes("1 of 2 received more than once");
    }

    @Test
    void withoutARedeliveryNothingIsProved() {
        run.sent("a", "b").processed("a", "b");

        judged(DeliveryChecks.redelivered(1), run).isUnknown("was not provoked");
    }

    @Test
    void aStrangersRedeliveryIsNotOurs() {
        run.sent("a").received("a").received("x").received("x");

        judged(DeliveryChecks.redelivered(1), run).isUnknown("0 of 1");
    }

    @Test
    void aDeadLetterWasTriedAsOftenAsTheQueueAllows() {
        run.sentPoison("p").received("p").received("p").deadLettered("p");

        judged(DeliveryChecks.DEAD_LETTERED_AT_THE_LIMIT, run).passes("each of 1 was received 2 times");
    }

    @Test
    void aDeadLetterThatWasGivenUpTooEarlyIsFound() {
        run.sentPoison("p").received("p").deadLettered("p");

        judged(DeliveryChecks.DEAD_LETTERED_AT_THE_LIMIT, run).fails("p (1)");
    }

    @Test
    void aMessageDeletedByWhoeverReceivedItFirstIsDeletedAtFirstSight() {
        run.sent("a", "b").by("c").received("a").received("b").deleted("b").deleted("a");

        judged(DeliveryChecks.GOOD_DELETED_AT_FIRST_SIGHT, run).passes("all 2");
    }

    @Test
    void aConsumerThatWasTooSlowToBeginIsNotAccused() {
        run.sent("a").by("c").received("a").after(Duration.ofMillis(1_100)).performed("a");
        run.after(Duration.ofSeconds(1)).redelivered("a").deleted("a");

        judged(DeliveryChecks.GOOD_DELETED_AT_FIRST_SIGHT, run)
                .isUnknown("1 of 1 were not: a, and each was begun more than 1.0 s after its receive");
    }

    @Test
    void oneThatBeganInTimeIs() {
        run.sent("a").by("c").received("a").after(Duration.ofMillis(900)).performed("a");
        run.after(Duration.ofSeconds(2)).redelivered("a").deleted("a");

        judged(DeliveryChecks.GOOD_DELETED_AT_FIRST_SIGHT, run).fails("1 of 1 were not: a");
    }

    @Test
    void aMessageDeletedAtItsSecondDeliveryOrByAnotherIsNot() {
        run.sent("a", "b")
                .by("c")
                .received("a")
                .received("b")
                .redelivered("a")
                .deleted("a")
                .by("d")
                .deleted("b");

        judged(DeliveryChecks.GOOD_DELETED_AT_FIRST_SIGHT, run).fails("2 of 2 were not: a, b");
    }

    @Test
    void aCopyComesAfterTheDeletion() {
        run.sent("a", "b")
                .by("c")
                .received("a")
                .deleted("a")
                .by("d")
                .redelivered("a")
                .received("b");

        judged(DeliveryChecks.deliveredAfterDeletion(1), run).passes("1 of 2 received after their deletion");
    }

    @Test
    void aRedeliveryBeforeTheDeletionIsNoCopy() {
        run.sent("a").by("c").received("a").by("d").redelivered("a").by("c").deleted("a");

        judged(DeliveryChecks.deliveredAfterDeletion(1), run).isUnknown("0 of 1");
    }

    @Test
    void aBatchIsSeenByItsReceivesInARow() {
        run.sent("a", "b").received("a").received("b").deleted("a").deleted("b");

        judged(DeliveryChecks.batchSeen(2), run).passes("up to 2 messages");
    }

    @Test
    void singleReceivesAreNoBatch() {
        run.sent("a", "b").received("a").deleted("a").received("b").deleted("b");

        judged(DeliveryChecks.batchSeen(2), run).isUnknown("up to 1 messages");
    }
}
