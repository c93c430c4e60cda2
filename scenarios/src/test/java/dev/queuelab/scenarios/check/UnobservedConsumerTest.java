package dev.queuelab.scenarios.check;

import static dev.queuelab.scenarios.check.JudgedRun.judged;
import static org.assertj.core.api.Assertions.assertThat;

import dev.queuelab.core.history.Event;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A consumer that kept no history is judged by what is seen from outside; the rest is not judged. */
class UnobservedConsumerTest {
    private static final String CONSUMER = "consumer-1";

    private static final ShutdownChecks SHUTDOWN = new ShutdownChecks(CONSUMER);

    private final EvidenceBuilder run = new EvidenceBuilder().unobserved(CONSUMER);

    @Test
    void anEffectUnderTheMessagesIdIsNotLost() {
        run.sent("a").recorded("a", "a", 1);

        judged(LossChecks.NOTHING_LOST, run).passes("1 were processed");
    }

    @Test
    void anEffectUnderAnotherKeyIsFoundByItsMessage() {
        run.sent("a").recorded("biz:order_id:7", "a", 1);

        judged(LossChecks.NOTHING_LOST, run).passes("1 were processed");
        judged(EffectChecks.performedTogether("one effect", "One effect.", "p", 1), run)
                .passes("under biz:order_id:7");
    }

    @Test
    void aMessageWithoutAnyTraceIsLost() {
        run.sent("a", "b").recorded("a", "a", 1).statusRecord("b", "STARTED", 1);

        judged(LossChecks.NOTHING_LOST, run).fails("1 of 2 lost: b");
    }

    @Test
    void aMessageThatIsOnlyRecordedAsCompletedIsNotJudged() {
        run.sent("a", "b").recorded("biz:order_id:7", "a", 1).statusRecord("b", "COMPLETED", 1);

        judged(LossChecks.NOTHING_LOST, run).isUnknown("not judged: only a history shows which effect");
    }

    @Test
    void whereMessagesMayExpireAMissingOneIsNotCalledLost() {
        run.sent("a");

        judged(LossChecks.NOTHING_LOST_UNLESS_EXPIRED, run).isUnknown("not judged");
    }

    @Test
    void theStatusTableShowsWhatIsCompleted() {
        run.sent("a", "b").statusRecord("a", "COMPLETED", 1).statusRecord("b", "STARTED", 1);

        judged(LossChecks.ALL_COMPLETED, run).fails("1 of 2 not completed: b");
    }

    @Test
    void anEmptyStatusTableShowsNothing() {
        run.sent("a").recorded("a", "a", 1);

        judged(LossChecks.ALL_COMPLETED, run).isSkipped("not judged");
    }

    @Test
    void anEffectThatTheServiceCountsTwiceIsRepeated() {
        run.sent("a").recorded("a", "a", 2);

        judged(EffectChecks.PERFORMED_ONCE, run).fails("a (2 times)");
    }

    @Test
    void anEffectUnderTwoKeysOfOneMessageIsRepeated() {
        run.sent("a").recorded("m-1", "a", 1).recorded("m-2", "a", 1);

        judged(EffectChecks.PERFORMED_ONCE, run).fails("a (under m-1, m-2)");
    }

    @Test
    void anEffectWithoutACountIsNotJudged() {
        run.sent("a").recorded("a", "a", 0);

        judged(EffectChecks.PERFORMED_ONCE, run).isUnknown("has no times_performed for a");
        judged(EffectChecks.performedTogether("one effect", "One effect.", "p", 1), run)
                .isUnknown("times_performed");
    }

    @Test
    void aStatusRecordOfTwoAttemptsShowsARedelivery() {
        run.sent("a").statusRecord("a", "COMPLETED", 2);

        judged(DeliveryChecks.redelivered(1), run).passes("1 recorded as begun more than once");
        judged(DeliveryChecks.GOOD_DELETED_AT_FIRST_SIGHT, run).fails("1 of 1 were begun more than once: a");
    }

    @Test
    void whatADeadConsumerLeftInFlightIsDeliveredAgain() {
        run.sent("a").fact(new Event.QueueSeen(CONSUMER, Event.QueueSeen.AFTER_END, 0, 1));

        judged(DeliveryChecks.redelivered(1), run).passes("1 left in flight");
    }

    @Test
    void whatIsStillOnTheQueueMayNotHaveBeenDeliveredAgain() {
        run.sent("a")
                .fact(new Event.QueueSeen(CONSUMER, Event.QueueSeen.AFTER_END, 0, 1))
                .leftOnTheQueue(1);

        judged(DeliveryChecks.redelivered(1), run).isUnknown("not judged");
    }

    @Test
    void whatWasInFlightBeforeItsEndIsDeliveredAgainToo() {
        run.sent("a", "b", "c").fact(seen(Event.QueueSeen.AT_WORK, 0, 3)).fact(seen(Event.QueueSeen.AFTER_END, 2, 0));

        judged(DeliveryChecks.redelivered(2), run).passes("2 left in flight");
        judged(DeliveryChecks.redelivered(3), run).isUnknown("not judged");
    }

    @Test
    void whatLeftTheQueueSinceItWasInFlightWasNotDeliveredAgain() {
        run.sent("a", "b", "c").fact(seen(Event.QueueSeen.AT_WORK, 2, 1)).fact(seen(Event.QueueSeen.AFTER_END, 2, 0));

        judged(DeliveryChecks.redelivered(1), run).isUnknown("not judged");
    }

    @Test
    void aStatusRecordOfOneAttemptProvesNothing() {
        run.sent("a").statusRecord("a", "COMPLETED", 1);

        judged(DeliveryChecks.redelivered(1), run).isUnknown("not judged");
        judged(DeliveryChecks.GOOD_DELETED_AT_FIRST_SIGHT, run).isSkipped("not judged");
    }

    @Test
    void theQueueCountsTheDeliveriesOfDeadLetters() {
        run.sentPoison("p").deadLettered("p");

        judged(DeliveryChecks.DEAD_LETTERED_AT_THE_LIMIT, run)
                .passes("by the queue's own count, each of 1 was received 2 times");
        judged(DeliveryChecks.DEAD_LETTERED_AT_THE_LIMIT, run.maxReceiveCount(3))
                .fails("p (2)");
    }

    @Test
    void workThatLeftTheQueueWasFinished() {
        run.sent("a", "b", "c")
                .fact(seen(Event.QueueSeen.BEFORE_SIGNAL, 2, 1))
                .fact(seen(Event.QueueSeen.AFTER_END, 2, 0));

        judged(shutdownAfterSignal().workInHandFinished(), run).passes("had 1 in hand");
    }

    @Test
    void workThatIsStillInFlightWasNotFinished() {
        run.sent("a", "b", "c")
                .fact(seen(Event.QueueSeen.BEFORE_SIGNAL, 2, 1))
                .fact(seen(Event.QueueSeen.AFTER_END, 2, 1));

        judged(shutdownAfterSignal().workInHandFinished(), run).fails("1 of them in flight");
    }

    @Test
    void workThatWaitsAgainWasNotFinished() {
        run.sent("a", "b", "c")
                .fact(seen(Event.QueueSeen.BEFORE_SIGNAL, 2, 1))
                .fact(seen(Event.QueueSeen.AFTER_END, 3, 0));

        judged(shutdownAfterSignal().workInHandFinished(), run).fails("3 were left");
    }

    @Test
    void whereTheQueueWasNotLookedAtWorkInHandIsNotJudged() {
        run.sent("a");

        judged(shutdownAfterSignal().workInHandFinished(), run).isUnknown("not judged");
    }

    @Test
    void aConsumerThatHadToBeKilledDidNotExit() {
        run.fact(new Event.Signalled(CONSUMER, "TERM"))
                .fact(new Event.Signalled(CONSUMER, "KILL"))
                .fact(new Event.Exited(CONSUMER, 137));

        judged(SHUTDOWN.exitedWithZero(), run).fails("did not end after SIGTERM, and had to be killed");
    }

    @Test
    void aStrangerThatAnotherConsumerRecordedStandsAllTheSame() {
        run.sent("a").received("x");

        judged(LossChecks.NOTHING_UNEXPECTED, run).fails("1 not sent by this run: x");
    }

    @Test
    void anEffectOfAMessageFromBeforeThePurgeStandsAllTheSame() {
        run.sent("a").recorded("a", "a", 1);

        judged(PurgeChecks.nothingFromBefore("p"), run).fails("1 of 1 was delivered: a");
    }

    /** Each needs what only a history shows, and must not pass without one. */
    static List<Check> checksThatNeedAHistory() {
        ExpiryChecks expiry = new ExpiryChecks(evidence -> Duration.ofSeconds(1));
        return List.of(
                LossChecks.NOTHING_UNEXPECTED,
                expiry.staleNeverPerformed(),
                expiry.onlyStaleExpired(),
                expiry.staleAndFreshSeen(),
                DeliveryChecks.redelivered(1),
                DeliveryChecks.GOOD_DELETED_AT_FIRST_SIGHT,
                DeliveryChecks.batchSeen(1),
                OrderingChecks.STALE_VERSION_SEEN,
                PurgeChecks.nothingFromBefore("p"),
                RedriveChecks.REDRIVEN_SEEN,
                RedriveChecks.NEW_MESSAGE_IDS_SEEN,
                SHUTDOWN.othersUntouched(),
                VersionChecks.inversionsSeen(evidence -> Map.of("a", new EntityVersion("e", 1, "created"))));
    }

    @ParameterizedTest
    @MethodSource("checksThatNeedAHistory")
    void isNotJudged(Check check) {
        run.sent("a");

        CheckOutcome outcome = check.evaluate(run.evidence());

        assertThat(outcome.verdict()).isIn(Verdict.SKIP, Verdict.UNKNOWN);
        assertThat(outcome.findings())
                .singleElement()
                .asString()
                .startsWith("not judged: only a history shows ")
                .endsWith("consumer-1 kept none");
    }

    private ShutdownChecks shutdownAfterSignal() {
        run.fact(new Event.Signalled(CONSUMER, "TERM"));
        return SHUTDOWN;
    }

    private static Event.QueueSeen seen(String occasion, long waiting, long inFlight) {
        return new Event.QueueSeen(CONSUMER, occasion, waiting, inFlight);
    }
}
