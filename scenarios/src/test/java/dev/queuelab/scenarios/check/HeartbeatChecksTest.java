package dev.queuelab.scenarios.check;

import static dev.queuelab.scenarios.check.JudgedRun.judged;

import dev.queuelab.core.history.Event;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** On a queue with a visibility timeout of 2 s. */
class HeartbeatChecksTest {
    private final EvidenceBuilder run = new EvidenceBuilder().sent("a");

    @Test
    void aMessageThatIsDeletedByWhoeverReceivedItIsNotRedelivered() {
        by("one").received("a");
        pass(5_000).deleted("a");

        judged(HeartbeatChecks.NOT_REDELIVERED, run).passes("of 1 deliveries, none met another");
        judged(HeartbeatChecks.OUTLIVED, run).passes("1 in hand for longer than 2.0 s");
    }

    @Test
    void aRedeliveryWhileAnotherIsAtWorkIsFound() {
        by("one").received("a");
        pass(2_000);
        by("two").redelivered("a").deleted("a");
        by("one").fact(new Event.DeleteStale("a", "m-a", "stale"));

        judged(HeartbeatChecks.NOT_REDELIVERED, run).fails("1 delivered to another: a to two, 2.001 s after one had");
    }

    @Test
    void aRedeliveryAfterADeathIsNone() {
        by("one").received("a");
        pass(3_000);
        killed("one");
        pass(1_500);
        by("two").redelivered("a").deleted("a");

        judged(HeartbeatChecks.NOT_REDELIVERED, run).passes("of 2 deliveries");
        judged(HeartbeatChecks.BACK_AFTER_DEATH, run).passes("1 delivered again: a 1.502 s after");
    }

    @Test
    void aMessageThatComesBackTooLateAfterADeathIsFound() {
        by("one").received("a");
        killed("one");
        pass(7_001);
        by("two").redelivered("a").deleted("a");

        judged(HeartbeatChecks.BACK_AFTER_DEATH, run)
                .fails("1 not delivered again within 2.0 s, and 5 s to be asked for: a 7.003 s after");
    }

    @Test
    void aMessageThatDoesNotComeBackIsFound() {
        by("one").received("a");
        killed("one");

        judged(HeartbeatChecks.BACK_AFTER_DEATH, run).fails("a not at all");
    }

    @Test
    void whatAnotherHadBeforeTheDeathIsNotJudged() {
        by("one").received("a");
        pass(2_000);
        by("two").redelivered("a").deleted("a");
        killed("one");

        judged(HeartbeatChecks.BACK_AFTER_DEATH, run).isUnknown("no consumer was killed with a message");
    }

    @Test
    void whatAnotherDeletedMeanwhileNeedNotComeBack() {
        by("one").received("a");
        by("two").redelivered("a");
        by("one").deleted("a");
        pass(500);
        killed("two");

        judged(HeartbeatChecks.BACK_AFTER_DEATH, run).isUnknown("no consumer was killed with a message");
    }

    @Test
    void whatADeadConsumerHadDeletedNeedNotComeBack() {
        by("one").processed("a");
        killed("one");

        judged(HeartbeatChecks.BACK_AFTER_DEATH, run).isUnknown("no consumer was killed with a message");
    }

    @Test
    void anExtensionBeforeTheDeletionIsFineAndOneAfterItIsFound() {
        by("one").received("a").fact(extended()).deleted("a");
        judged(HeartbeatChecks.NOT_EXTENDED_AFTERWARDS, run).passes("of 1 extensions, none");

        by("one").fact(extended());
        judged(HeartbeatChecks.NOT_EXTENDED_AFTERWARDS, run).fails("1 were extended afterwards: a by one");
    }

    @Test
    void anExtensionOfAMessageThatWasHandedBackIsFound() {
        by("one").received("a").fact(new Event.HandedBack("a", "m-a")).fact(extended());

        judged(HeartbeatChecks.NOT_EXTENDED_AFTERWARDS, run).fails("a by one");
    }

    @Test
    void quickWorkProvesNothing() {
        by("one").processed("a");

        judged(HeartbeatChecks.OUTLIVED, run).isUnknown("no message was in hand for longer than 2.0 s");
    }

    @Test
    void whereNobodySawTheDeliveriesNothingIsJudged() {
        run.unobserved("c-1");

        judged(HeartbeatChecks.NOT_REDELIVERED, run).isSkipped("not judged");
        judged(HeartbeatChecks.BACK_AFTER_DEATH, run).isUnknown("not judged");
        judged(HeartbeatChecks.NOT_EXTENDED_AFTERWARDS, run).isSkipped("not judged");
        judged(HeartbeatChecks.OUTLIVED, run).isUnknown("not judged");
    }

    private EvidenceBuilder by(String process) {
        return run.by(process);
    }

    private EvidenceBuilder pass(long millis) {
        return run.after(Duration.ofMillis(millis));
    }

    private void killed(String process) {
        by("runner").fact(new Event.Signalled(process, "KILL")).fact(new Event.Exited(process, 137));
    }

    private static Event extended() {
        return new Event.Extended("a", "m-a", 2);
    }
}
