package dev.queuelab.scenarios.check;

import static dev.queuelab.scenarios.check.JudgedRun.judged;

import dev.queuelab.core.history.Event;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Leases of 10 s, on the message a. */
class LeaseChecksTest {
    private final EvidenceBuilder run = new EvidenceBuilder().sent("a");

    @Test
    void aLeaseThatNobodyElseMeetsIsRespected() {
        by("one").leased(1).attempted("a", "a").performed("a").completed();

        judged(LeaseChecks.RESPECTED, run).passes("of 1 leases, none was broken");
        judged(LeaseChecks.MET, run).isUnknown("of 1 leases, none was met");
    }

    @Test
    void aSecondConsumerThatIsRefusedMeetsTheLeaseAndRespectsIt() {
        by("one").leased(1);
        by("two").refused();

        judged(LeaseChecks.RESPECTED, run).passes("of 1 leases");
        judged(LeaseChecks.MET, run).passes("1 met the lease of another");
    }

    @Test
    void aClaimBeforeTheOthersLeaseHasEndedIsFound() {
        by("one").leased(1);
        run.after(Duration.ofMillis(9_500));
        by("two").leased(2);

        judged(LeaseChecks.RESPECTED, run).fails("a by two, 0.499 s before the lease of one ended");
    }

    @Test
    void workWithoutALeaseDuringAnothersIsFound() {
        by("one").leased(1);
        by("two").attempted("a", "a");

        judged(LeaseChecks.RESPECTED, run).fails("a by two, 9.999 s before");
    }

    @Test
    void aClaimAfterTheEndOrAfterTheCompletionIsFine() {
        by("one").leased(1);
        run.after(Duration.ofSeconds(10));
        by("two").leased(2).completed();
        by("three").leased(3);

        judged(LeaseChecks.RESPECTED, run).passes("of 3 leases");
    }

    @Test
    void aLeaseThatWasRenewedHoldsUntilItsNewEnd() {
        by("one").leased(1);
        run.after(Duration.ofSeconds(5));
        by("one").leased(1);
        run.after(Duration.ofSeconds(7));
        by("two").leased(2);

        judged(LeaseChecks.RESPECTED, run).fails("a by two, 2.999 s before");
    }

    @Test
    void aDeadOwnersLeaseIsTakenOver() {
        by("one").leased(1);
        dies("one");
        run.after(Duration.ofSeconds(10));
        by("two").leased(2);

        judged(LeaseChecks.TAKEN_OVER, run).passes("1 taken over: a 0.002 s after its end");
    }

    @Test
    void aDeadOwnersLeaseThatNobodyTakesOverIsFound() {
        by("one").leased(1);
        dies("one");

        judged(LeaseChecks.TAKEN_OVER, run).fails("1 not claimed again: a");
    }

    @Test
    void anOwnerThatCompletedItsMessageBeforeItDiedLeavesNothingToTakeOver() {
        by("one").leased(1).completed();
        dies("one");

        judged(LeaseChecks.TAKEN_OVER, run).isSkipped("no consumer died with a message");
    }

    @Test
    void withoutLeasesThereIsNothingToJudge() {
        by("one").processed("a");

        judged(LeaseChecks.RESPECTED, run).isSkipped("no consumer recorded that it claimed a message");
        judged(LeaseChecks.TAKEN_OVER, run).isSkipped("no consumer recorded");
        judged(LeaseChecks.MET, run).isSkipped("no consumer recorded");
    }

    @Test
    void whereAConsumerKeptNoHistoryWhoClaimedWhatIsNotKnown() {
        run.unobserved("c-1").processed("a");

        judged(LeaseChecks.RESPECTED, run).isSkipped("not judged");
        judged(LeaseChecks.TAKEN_OVER, run).isSkipped("not judged");
        judged(LeaseChecks.MET, run).isSkipped("not judged");
    }

    private EvidenceBuilder by(String process) {
        return run.by(process);
    }

    private void dies(String process) {
        by("runner").fact(new Event.Exited(process, 137));
    }
}
