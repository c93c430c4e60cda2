package dev.queuelab.scenarios.check;

import static dev.queuelab.scenarios.check.Judged.judged;

import dev.queuelab.core.history.Event;
import org.junit.jupiter.api.Test;

class ShutdownsTest {
    private final Given run = new Given().sent("a", "b").by("told");

    @Test
    void workThatIsFinishedAfterTheSignalIsFinished() {
        run.received("a")
                .by("runner")
                .fact(signalled())
                .by("told")
                .performed("a")
                .deleted("a");

        judged(Shutdowns.workInHandFinished("told"), run).passes("was working on a, and finished it");
    }

    @Test
    void workThatIsDroppedAtTheSignalIsNot() {
        run.received("a")
                .by("runner")
                .fact(signalled())
                .by("next")
                .redelivered("a")
                .deleted("a");

        judged(Shutdowns.workInHandFinished("told"), run).fails("told left a unfinished");
    }

    @Test
    void aSignalThatHitsNoWorkProvesNothing() {
        run.received("a").deleted("a").by("runner").fact(signalled());

        judged(Shutdowns.workInHandFinished("told"), run).isUnknown("had nothing in hand");
    }

    @Test
    void withoutASignalThereIsNothingToJudge() {
        run.received("a").deleted("a");

        judged(Shutdowns.workInHandFinished("told"), run).isUnknown("was not sent a signal");
    }

    @Test
    void anExitCodeIsJudgedAsItWasSeen() {
        run.by("runner").fact(new Event.Exited("told", 143)).fact(new Event.Exited("next", 0));

        judged(Shutdowns.exitedWith("told", 0), run).fails("told exited with 143");
        judged(Shutdowns.exitedWith("next", 0), run).passes("next exited with 0");
        judged(Shutdowns.exitedWith("else", 0), run).isUnknown("was not seen to exit");
    }

    @Test
    void messagesThatWereNotInHandCameFreshToTheNext() {
        run.received("a").deleted("a").by("next").received("b").deleted("b");

        judged(Shutdowns.othersUntouched("told", run.messages()), run).passes("the receive count of 1 others was 0");
    }

    @Test
    void aMessageThatSomebodyHadTakenUnseenWasTouched() {
        run.received("a").deleted("a").by("next").redelivered("b");

        judged(Shutdowns.othersUntouched("told", run.messages()), run).fails("delivered before");
    }

    @Test
    void aConsumerThatTookMoreThanOneTouchedOthers() {
        run.received("a").received("b");

        judged(Shutdowns.othersUntouched("told", run.messages()), run).fails("received 2 messages");
    }

    private static Event signalled() {
        return new Event.Signalled("told", "TERM");
    }
}
