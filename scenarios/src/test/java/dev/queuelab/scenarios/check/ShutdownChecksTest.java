package dev.queuelab.scenarios.check;

import static dev.queuelab.scenarios.check.JudgedRun.judged;

import dev.queuelab.core.history.Entry;
import dev.queuelab.core.history.Event;
import dev.queuelab.core.history.History;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ShutdownChecksTest {
    private static final ShutdownChecks LEAVING = new ShutdownChecks("leaving");

    private final EvidenceBuilder run = new EvidenceBuilder().sent("a", "b").by("leaving");

    @Test
    void workThatIsFinishedAfterTheSignalIsFinished() {
        run.received("a")
                .by("runner")
                .fact(signalled())
                .by("leaving")
                .performed("a")
                .deleted("a");

        judged(LEAVING.workInHandFinished(), run).passes("was working on a, and finished it");
    }

    @Test
    void workThatIsDroppedAtTheSignalIsNot() {
        run.received("a")
                .by("runner")
                .fact(signalled())
                .by("next")
                .redelivered("a")
                .deleted("a");

        judged(LEAVING.workInHandFinished(), run).fails("leaving left a unfinished");
    }

    @Test
    void aSignalThatHitsNoWorkProvesNothing() {
        run.received("a").deleted("a").by("runner").fact(signalled());

        judged(LEAVING.workInHandFinished(), run).isUnknown("had nothing in hand");
    }

    @Test
    void withoutASignalThereIsNothingToJudge() {
        run.received("a").deleted("a");

        judged(LEAVING.workInHandFinished(), run).isUnknown("was not sent a signal");
    }

    @Test
    void anExitCodeIsJudgedAsItWasSeen() {
        run.by("runner").fact(new Event.Exited("leaving", 143)).fact(new Event.Exited("next", 0));

        judged(LEAVING.exitedWithZero(), run).fails("leaving exited with 143");
        judged(new ShutdownChecks("next").exitedWithZero(), run).passes("next exited with 0");
        judged(new ShutdownChecks("else").exitedWithZero(), run).isUnknown("was not seen to exit");
    }

    /** A Java virtual machine exits with 143 after SIGTERM, also when its shutdown hooks have ended all in good order. */
    @Test
    void theSignalsOwnExitCodeIsNotHeldAgainstAStranger() {
        run.unobserved("leaving").by("runner").fact(new Event.Exited("leaving", 143));

        judged(LEAVING.exitedWithZero(), run).passes("leaving exited with 143");
    }

    @Test
    void anyOtherExitCodeIs() {
        run.unobserved("leaving").by("runner").fact(new Event.Exited("leaving", 1));

        judged(LEAVING.exitedWithZero(), run).fails("leaving exited with 1");
    }

    @Test
    void aProcessThatFailsAfterSigtermDidNotStopCleanly() {
        run.by("runner")
                .fact(signalled())
                .fact(new Event.Signalled("next", "TERM"))
                .fact(new Event.Exited("next", 0))
                .fact(new Event.Exited("leaving", 1));

        judged(ShutdownChecks.STOPPED_CLEANLY, run).fails("after SIGTERM leaving ended with exit code 1");
    }

    @Test
    void aProcessThatLeavesSigtermToTheSystemStopsCleanly() {
        run.by("runner").fact(signalled()).fact(new Event.Exited("leaving", 143));

        judged(ShutdownChecks.STOPPED_CLEANLY, run).passes("exit codes after SIGTERM: leaving 143");
    }

    @Test
    void crashesAndKillsSayNothingOfAStop() {
        run.by("runner")
                .fact(new Event.Exited("crashing", 1))
                .fact(signalled())
                .fact(new Event.Signalled("leaving", "KILL"))
                .fact(new Event.Exited("leaving", 137));

        judged(ShutdownChecks.STOPPED_CLEANLY, run).isUnknown("no process was seen to end by itself");
    }

    @Test
    void whatWasOnlyReceivedMayBeHandedBack() {
        run.received("a").received("b").attempted("a", "a");
        sigterm().performed("a").deleted("a").fact(new Event.HandedBack("b", "m-b"));

        judged(LEAVING.workInHandFinished(), run).passes("was working on a, and finished it; it handed back b");
        judged(LEAVING.othersUntouched(), run).passes("it began none of 0 others");
    }

    @Test
    void workThatHadBegunMayNotBeHandedBack() {
        run.received("a").attempted("a", "a");
        sigterm().fact(new Event.HandedBack("a", "m-a"));

        judged(LEAVING.workInHandFinished(), run).fails("leaving left a unfinished");
    }

    @Test
    void handingBackAllShowsNoWorkInHand() {
        run.received("a");
        sigterm().fact(new Event.HandedBack("a", "m-a"));

        judged(LEAVING.workInHandFinished(), run).isUnknown("had begun nothing");
    }

    @Test
    void aDeletionThatComesTooLateIsNotUnfinishedWork() {
        run.received("a").attempted("a", "a");
        sigterm().performed("a").fact(new Event.DeleteStale("a", "m-a", "ReceiptHandleIsInvalid"));

        judged(LEAVING.workInHandFinished(), run).isUnknown("only when its visibility timeout was over");
    }

    @Test
    void messagesThatWereNotInHandCameFreshToTheNext() {
        run.received("a");
        sigterm().deleted("a").by("next").received("b").deleted("b");

        judged(LEAVING.othersUntouched(), run).passes("it began none of 1 others");
    }

    @Test
    void aMessageThatSomebodyHadTakenUnseenWasTouched() {
        run.received("a");
        sigterm().deleted("a").by("next").redelivered("b");

        judged(LEAVING.othersUntouched(), run).fails("delivered before");
    }

    @Test
    void aMessageThatADeadPollHadTakenIsNobodysFault() {
        run.received("a");
        sigterm().deleted("a").by("runner").fact(new Event.Exited("leaving", 0));
        Entry unread = new Entry("leaving", 9, run.now(), new Event.Received("b", "m-b", 1, run.now(), null));
        run.wire(new WireEvidence(History.of(List.of(unread)), Set.of()));
        run.after(Duration.ofSeconds(2)).by("next").redelivered("b");

        judged(LEAVING.othersUntouched(), run)
                .isUnknown("b was delivered to a poll that leaving had left open at its end");
    }

    @Test
    void aConsumerThatReceivesOnAfterTheSignalTouchedOthers() {
        run.received("a");
        sigterm().deleted("a").received("b").attempted("b", "b");

        judged(LEAVING.othersUntouched(), run).fails("leaving received b after SIGTERM");
    }

    @Test
    void whatWasDeliveredToOneThatDiedOfTheSignalIsNobodysFault() {
        sigterm().received("b").by("runner").fact(new Event.Exited("leaving", 143));

        judged(LEAVING.othersUntouched(), run).isUnknown("b was delivered to a receive that leaving had open");
    }

    @Test
    void whatWasDeliveredToOneThatTookItsTimeToEndIsItsOwn() {
        sigterm().received("b").after(Duration.ofSeconds(2)).by("runner").fact(new Event.Exited("leaving", 143));

        judged(LEAVING.othersUntouched(), run).fails("leaving received b after SIGTERM");
    }

    @Test
    void aMessageThatStillCameMayBeHandedBack() {
        run.received("a");
        sigterm().deleted("a").received("b").fact(new Event.HandedBack("b", "m-b"));
        run.by("next").redelivered("b");

        judged(LEAVING.othersUntouched(), run).passes("it began none of 1 others");
    }

    @Test
    void oneThatDiesOfTheSignalEndedByItself() {
        sigterm().by("runner").fact(new Event.Exited("leaving", 143));

        judged(LEAVING.endedByItself(), run).passes("leaving ended with exit code 143");
    }

    @Test
    void oneThatHadToBeKilledDidNot() {
        sigterm().by("runner").fact(new Event.Signalled("leaving", "KILL")).fact(new Event.Exited("leaving", 137));

        judged(LEAVING.endedByItself(), run).fails("leaving did not end after SIGTERM, and had to be killed");
    }

    private EvidenceBuilder sigterm() {
        return run.by("runner").fact(signalled()).by("leaving");
    }

    private static Event signalled() {
        return new Event.Signalled("leaving", "TERM");
    }
}
