package dev.queuelab.scenarios.check;

import static dev.queuelab.scenarios.check.JudgedRun.judged;

import dev.queuelab.core.history.Event;
import java.util.Map;
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
    void messagesThatWereNotInHandCameFreshToTheNext() {
        run.received("a").deleted("a").by("next").received("b").deleted("b");

        judged(LEAVING.othersUntouched(), run).passes("the receive count of 1 others was 0");
    }

    @Test
    void aMessageThatSomebodyHadTakenUnseenWasTouched() {
        run.received("a").deleted("a").by("next").redelivered("b");

        judged(LEAVING.othersUntouched(), run).fails("delivered before");
    }

    @Test
    void aConsumerThatTookMoreThanOneTouchedOthers() {
        run.received("a").received("b");

        judged(LEAVING.othersUntouched(), run).fails("received 2 messages");
    }

    @Test
    void aConsumerMayTakeAsManyAsItWorksOnAtOnce() {
        run.fact(new Event.Started("consumer", 1, Map.of("CONCURRENCY", "2")));
        run.received("a").received("b");

        judged(LEAVING.othersUntouched(), run).passes("the receive count of 0 others was 0");

        run.sent("c").by("leaving").received("c");

        judged(LEAVING.othersUntouched(), run).fails("received 3 messages, not the 2 at most");
    }

    private static Event signalled() {
        return new Event.Signalled("leaving", "TERM");
    }
}
