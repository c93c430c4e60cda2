package dev.queuelab.scenarios.check;

import static dev.queuelab.scenarios.check.Judged.judged;
import static org.assertj.core.api.Assertions.assertThat;

import dev.queuelab.core.history.Event;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is said of a consumer that kept no history: what is seen from outside, and of the rest that it was not judged. */
class OutsideTest {
    private static final String CONSUMER = "consumer-1";

    private final Given run = new Given().silent(CONSUMER);

    @Test
    void anEffectUnderTheMessagesIdIsNotLost() {
        run.sent("a").recorded("a", "a", 1);

        judged(Accounts.nothingLost(run.messages()), run).passes("1 were processed");
    }

    @Test
    void anEffectUnderAnotherKeyIsFoundByItsMessage() {
        run.sent("a").recorded("biz:order_id:7", "a", 1);

        judged(Accounts.nothingLost(run.messages()), run).passes("1 were processed");
        judged(Effects.performedTogether("one effect", run.messages(), 1), run).passes("under biz:order_id:7");
    }

    @Test
    void aMessageWithoutAnyTraceIsLost() {
        run.sent("a", "b").recorded("a", "a", 1).booked("b", "STARTED", 1);

        judged(Accounts.nothingLost(run.messages()), run).fails("1 of 2 lost: b");
    }

    @Test
    void ofAMessageThatIsOnlyBookedAsDoneNothingIsSaid() {
        run.sent("a", "b").recorded("biz:order_id:7", "a", 1).booked("b", "COMPLETED", 1);

        judged(Accounts.nothingLost(run.messages()), run).isUnknown("not judged: only a history tells which effect");
    }

    @Test
    void whereMessagesMayExpireAMissingOneIsNotCalledLost() {
        run.sent("a");

        judged(Accounts.nothingLostUnlessExpired(run.messages()), run).isUnknown("not judged");
    }

    @Test
    void theBooksTellWhatIsCompleted() {
        run.sent("a", "b").booked("a", "COMPLETED", 1).booked("b", "STARTED", 1);

        judged(Accounts.completed(run.messages()), run).fails("1 of 2 not completed: b");
    }

    @Test
    void emptyBooksTellNothing() {
        run.sent("a").recorded("a", "a", 1);

        judged(Accounts.completed(run.messages()), run).isSkipped("not judged");
    }

    @Test
    void anEffectThatTheServiceCountsTwiceIsRepeated() {
        run.sent("a").recorded("a", "a", 2);

        judged(Effects.performedOnce(), run).fails("a (2 times)");
    }

    @Test
    void anEffectUnderTwoKeysOfOneMessageIsRepeated() {
        run.sent("a").recorded("m-1", "a", 1).recorded("m-2", "a", 1);

        judged(Effects.performedOnce(), run).fails("a (under m-1, m-2)");
    }

    @Test
    void anEffectWithoutACountIsNotJudged() {
        run.sent("a").recorded("a", "a", 0);

        judged(Effects.performedOnce(), run).isUnknown("does not tell times_performed of a");
        judged(Effects.performedTogether("one effect", run.messages(), 1), run).isUnknown("times_performed");
    }

    @Test
    void booksThatCountAMessageTwiceShowARedelivery() {
        run.sent("a").booked("a", "COMPLETED", 2);

        judged(Deliveries.redelivered(run.messages(), 1), run).passes("1 booked as begun more than once");
        judged(Deliveries.deletedAtFirstSight("good", run.messages()), run)
                .fails("1 of 1 were begun more than once: a");
    }

    @Test
    void whatADeadConsumerLeftInFlightIsDeliveredAgain() {
        run.sent("a").fact(new Event.QueueSeen(CONSUMER, Event.QueueSeen.AFTER_END, 0, 1));

        judged(Deliveries.redelivered(run.messages(), 1), run).passes("1 left in flight");
    }

    @Test
    void whatIsStillOnTheQueueMayNotHaveBeenDeliveredAgain() {
        run.sent("a")
                .fact(new Event.QueueSeen(CONSUMER, Event.QueueSeen.AFTER_END, 0, 1))
                .leftOnTheQueue(1);

        judged(Deliveries.redelivered(run.messages(), 1), run).isUnknown("not judged");
    }

    @Test
    void booksThatCountAMessageOnceProveNothing() {
        run.sent("a").booked("a", "COMPLETED", 1);

        judged(Deliveries.redelivered(run.messages(), 1), run).isUnknown("not judged");
        judged(Deliveries.deletedAtFirstSight("good", run.messages()), run).isSkipped("not judged");
    }

    @Test
    void theQueueCountsTheDeliveriesOfDeadLetters() {
        run.sentPoison("p").deadLettered("p");

        judged(Deliveries.deadLetteredAfter(2), run).passes("by the queue's own count, each of 1 was received 2 times");
        judged(Deliveries.deadLetteredAfter(3), run).fails("p (2)");
    }

    @Test
    void workThatLeftTheQueueWasFinished() {
        run.sent("a", "b", "c")
                .fact(seen(Event.QueueSeen.BEFORE_SIGNAL, 2, 1))
                .fact(seen(Event.QueueSeen.AFTER_END, 2, 0));

        judged(Shutdowns.workInHandFinished(signalled()), run).passes("had 1 in hand");
    }

    @Test
    void workThatIsStillInFlightWasNotFinished() {
        run.sent("a", "b", "c")
                .fact(seen(Event.QueueSeen.BEFORE_SIGNAL, 2, 1))
                .fact(seen(Event.QueueSeen.AFTER_END, 2, 1));

        judged(Shutdowns.workInHandFinished(signalled()), run).fails("1 of them in flight");
    }

    @Test
    void workThatWaitsAgainWasNotFinished() {
        run.sent("a", "b", "c")
                .fact(seen(Event.QueueSeen.BEFORE_SIGNAL, 2, 1))
                .fact(seen(Event.QueueSeen.AFTER_END, 3, 0));

        judged(Shutdowns.workInHandFinished(signalled()), run).fails("3 were left");
    }

    @Test
    void whereTheQueueWasNotLookedAtWorkInHandIsNotJudged() {
        run.sent("a");

        judged(Shutdowns.workInHandFinished(signalled()), run).isUnknown("not judged");
    }

    @Test
    void aConsumerThatHadToBeKilledDidNotExit() {
        run.fact(new Event.Signalled(CONSUMER, "TERM"))
                .fact(new Event.Signalled(CONSUMER, "KILL"))
                .fact(new Event.Exited(CONSUMER, 137));

        judged(Shutdowns.exitedWith(CONSUMER, 0), run).fails("did not end when it was told to, and had to be killed");
    }

    @Test
    void aStrangerThatATellingConsumerReceivedStandsAllTheSame() {
        run.sent("a").received("x");

        judged(Accounts.nothingUnexpected(run.messages()), run).fails("1 not sent by this run: x");
    }

    @Test
    void anEffectOfAMessageFromBeforeThePurgeStandsAllTheSame() {
        run.sent("a").recorded("a", "a", 1);

        judged(Purges.nothingFromBefore(run.messages()), run).fails("1 of 1 was delivered: a");
    }

    /** Each needs what only a history tells, and must not pass without one. */
    static List<Check> checksThatNeedAHistory() {
        Messages messages = new Given().sent("a").messages();
        Duration limit = Duration.ofSeconds(1);
        return List.of(
                Accounts.nothingUnexpected(messages),
                Ages.staleNeverPerformed(limit, messages),
                Ages.onlyStaleExpired(limit),
                Ages.staleAndFreshSeen(limit, messages),
                Deliveries.redelivered(messages, 1),
                Deliveries.deletedAtFirstSight("good", messages),
                Deliveries.batchSeen(1),
                Orders.staleSeen(),
                Purges.nothingFromBefore(messages),
                Redrives.deliveredAgain(messages),
                Redrives.newMessageIds(messages),
                Shutdowns.othersUntouched(CONSUMER, messages),
                Versions.inversionsSeen(Map.of("a", new Version("e", 1))));
    }

    @ParameterizedTest
    @MethodSource("checksThatNeedAHistory")
    void isNotJudged(Check check) {
        run.sent("a");

        Judgement judgement = check.on(run.evidence()).judgement();

        assertThat(judgement.verdict()).isIn(Verdict.SKIP, Verdict.UNKNOWN);
        assertThat(judgement.findings())
                .singleElement()
                .asString()
                .startsWith("not judged: only a history tells ")
                .endsWith("consumer-1 kept none");
    }

    private String signalled() {
        run.fact(new Event.Signalled(CONSUMER, "TERM"));
        return CONSUMER;
    }

    private static Event.QueueSeen seen(String occasion, long waiting, long inFlight) {
        return new Event.QueueSeen(CONSUMER, occasion, waiting, inFlight);
    }
}
