package dev.queuelab.scenarios.check;

import static dev.queuelab.scenarios.check.Judged.judged;

import dev.queuelab.core.history.Event;
import org.junit.jupiter.api.Test;

class AccountsTest {
    private final Given run = new Given();

    @Test
    void nothingIsLostWhenAllIsProcessed() {
        run.sent("a", "b").processed("a", "b");

        judged(Accounts.nothingLost(run.messages()), run).passes("of 2 messages, 2 were processed and 0 dead-lettered");
    }

    @Test
    void aDeadLetterIsNotLost() {
        run.sent("a").sentPoison("p").processed("a").received("p").received("p").deadLettered("p");

        judged(Accounts.nothingLost(run.messages()), run).passes("1 were processed and 1 dead-lettered");
    }

    @Test
    void aMessageThatWasDeletedWithoutItsEffectIsLost() {
        run.sent("a", "b").processed("a").received("b").deleted("b");

        judged(Accounts.nothingLost(run.messages()), run).fails("1 of 2 lost: b");
    }

    @Test
    void aMessageThatNobodyReceivedIsLost() {
        run.sent("a");

        judged(Accounts.nothingLost(run.messages()), run).fails("1 of 1 lost: a");
    }

    @Test
    void whileTheQueueHoldsSomethingNothingCanBeSaidToBeLost() {
        run.sent("a", "b").processed("a").leftOnTheQueue(1);

        judged(Accounts.nothingLost(run.messages()), run).isUnknown("1 unaccounted for");
    }

    @Test
    void anEffectThatNoConsumerLivedToTellOfCounts() {
        run.sent("a").received("a").attempted("a", "a").performedUnseen("a");

        judged(Accounts.nothingLost(run.messages()), run).passes("1 were processed");
    }

    @Test
    void aPerformanceThatTheExternalServiceDoesNotKnowDoesNotCount() {
        run.sent("a").received("a").attempted("a", "a").claimed("a");

        judged(Accounts.nothingLost(run.messages()), run).fails("1 of 1 lost: a");
    }

    @Test
    void twoMessagesOfOneBusinessEffectAreBothProcessed() {
        run.sent("a", "b")
                .attempted("a", "biz:order_id:7")
                .performed("biz:order_id:7")
                .skipped("b", "biz:order_id:7");

        judged(Accounts.nothingLost(run.messages()), run).passes("2 were processed");
    }

    @Test
    void aMessageThatTheQueueDidNotAcknowledgeIsNotMissed() {
        run.sent("a").processed("a").fact(new Event.Sending("b"));

        judged(Accounts.nothingLost(run.messages()), run).passes("of 1 messages");
    }

    @Test
    void everyMessageReceivedWasSentByThisRun() {
        run.sent("a").received("a").received("a");

        judged(Accounts.nothingUnexpected(run.messages()), run).passes("every message received was sent by this run");
    }

    @Test
    void aStrangerIsUnexpected() {
        run.sent("a").received("a").received("x");

        judged(Accounts.nothingUnexpected(run.messages()), run).fails("1 not sent by this run: x");
    }

    @Test
    void aMessageWhoseAcknowledgementWasLostIsNoStranger() {
        run.sent("a").fact(new Event.Sending("b")).received("b");

        judged(Accounts.nothingUnexpected(run.messages()), run).passes("every message");
    }

    @Test
    void whatOurBooksSayIsCompleted() {
        run.sent("a").fact(new Event.Completed("a"));

        judged(Accounts.completed(run.messages()), run).passes("all of 1 completed");
    }

    @Test
    void aMessageThatOurBooksDoNotKnowIsNotCompleted() {
        run.sent("a", "b").processed("a", "b").fact(new Event.Completed("a"));

        judged(Accounts.completed(run.messages()), run).fails("1 of 2 not completed: b");
    }
}
