package dev.queuelab.scenarios.check;

import static dev.queuelab.scenarios.check.JudgedRun.judged;

import dev.queuelab.core.history.Event;
import org.junit.jupiter.api.Test;

class LossChecksTest {
    private final EvidenceBuilder run = new EvidenceBuilder();

    @Test
    void nothingIsLostWhenAllIsProcessed() {
        run.sent("a", "b").processed("a", "b");

        judged(LossChecks.NOTHING_LOST, run).passes("of 2 messages, 2 were processed and 0 dead-lettered");
    }

    @Test
    void aDeadLetterIsNotLost() {
        run.sent("a").sentPoison("p").processed("a").received("p").received("p").deadLettered("p");

        judged(LossChecks.NOTHING_LOST, run).passes("1 were processed and 1 dead-lettered");
    }

    @Test
    void aMessageThatWasDeletedWithoutItsEffectIsLost() {
        run.sent("a", "b").processed("a").received("b").deleted("b");

        judged(LossChecks.NOTHING_LOST, run).fails("1 of 2 lost: b");
    }

    @Test
    void aMessageThatNobodyReceivedIsLost() {
        run.sent("a");

        judged(LossChecks.NOTHING_LOST, run).fails("1 of 1 lost: a");
    }

    @Test
    void whileTheQueueHoldsSomethingNothingCanBeSaidToBeLost() {
        run.sent("a", "b").processed("a").leftOnTheQueue(1);

        judged(LossChecks.NOTHING_LOST, run).isUnknown("1 unaccounted for");
    }

    @Test
    void anEffectThatNoConsumerLivedToRecordCounts() {
        run.sent("a").received("a").attempted("a", "a").performedUnseen("a");

        judged(LossChecks.NOTHING_LOST, run).passes("1 were processed");
    }

    @Test
    void aPerformanceThatTheExternalServiceDoesNotKnowDoesNotCount() {
        run.sent("a").received("a").attempted("a", "a").claimed("a");

        judged(LossChecks.NOTHING_LOST, run).fails("1 of 1 lost: a");
    }

    @Test
    void twoMessagesOfOneBusinessEffectAreBothProcessed() {
        run.sent("a", "b")
                .attempted("a", "biz:order_id:7")
                .performed("biz:order_id:7")
                .skipped("b", "biz:order_id:7");

        judged(LossChecks.NOTHING_LOST, run).passes("2 were processed");
    }

    @Test
    void aMessageThatTheQueueDidNotAcknowledgeIsNotMissed() {
        run.sent("a").processed("a").fact(new Event.Sending("b"));

        judged(LossChecks.NOTHING_LOST, run).passes("of 1 messages");
    }

    @Test
    void everyMessageReceivedWasSentByThisRun() {
        run.sent("a").received("a").received("a");

        judged(LossChecks.NOTHING_UNEXPECTED, run).passes("every message received was sent by this run");
    }

    @Test
    void aStrangerIsUnexpected() {
        run.sent("a").received("a").received("x");

        judged(LossChecks.NOTHING_UNEXPECTED, run).fails("1 not sent by this run: x");
    }

    @Test
    void aMessageWhoseAcknowledgementWasLostIsNoStranger() {
        run.sent("a").fact(new Event.Sending("b")).received("b");

        judged(LossChecks.NOTHING_UNEXPECTED, run).passes("every message");
    }

    @Test
    void whatTheBookkeepingSaysIsCompleted() {
        run.sent("a").fact(new Event.Completed("a"));

        judged(LossChecks.ALL_COMPLETED, run).passes("all of 1 completed");
    }

    @Test
    void aMessageThatTheBookkeepingDoesNotKnowIsNotCompleted() {
        run.sent("a", "b").processed("a", "b").fact(new Event.Completed("a"));

        judged(LossChecks.ALL_COMPLETED, run).fails("1 of 2 not completed: b");
    }
}
