package dev.queuelab.scenarios.check;

import static dev.queuelab.scenarios.check.JudgedRun.judged;
import static org.assertj.core.api.Assertions.assertThat;

import dev.queuelab.core.history.Event;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScalingChecksTest {
    private final EvidenceBuilder run = new EvidenceBuilder();

    @Test
    void anEquilibriumIsSomeDecisionsInARowThatChangeNothing() {
        run.fact(decided(1, 2)).fact(decided(2, 2)).fact(decided(2, 2));

        judged(equilibrium(), run).passes("with 2 consumers the load was steady for 2 looks");
    }

    @Test
    void decisionsThatAreNotInARowAreNone() {
        run.fact(decided(2, 2)).fact(decided(2, 3)).fact(decided(3, 3));

        judged(equilibrium(), run).fails("none in 3 looks; at the last, with 3 consumers, since so");
    }

    @Test
    void wantingMoreThanIsAllowedIsNoEquilibrium() {
        run.fact(decided(1, 2)).fact(decided(1, 2)).fact(decided(1, 2));

        judged(equilibrium(), run).fails("none in 3 looks");
    }

    @Test
    void whatComesAfterTheFloodIsNone() {
        run.fact(decided(1, 2)).fact(new Event.Signalled("producer-1", "TERM"));
        run.fact(decided(2, 2)).fact(decided(2, 2));

        judged(equilibrium(), run).fails("none in 1 looks");
    }

    @Test
    void whereNobodyLookedNothingIsProved() {
        judged(equilibrium(), run).isUnknown("nobody looked");
        judged(ScalingChecks.SCALING_SEEN, run).isUnknown("from 1 consumer to 0");
    }

    @Test
    void outAndInIsSeenWhereThereWereMoreThanAtTheEnd() {
        run.fact(decided(1, 2)).fact(decided(2, 2));
        judged(ScalingChecks.SCALING_SEEN, run).isUnknown("from 1 consumer to 2, then to 2");

        run.fact(decided(1, 1));
        judged(ScalingChecks.SCALING_SEEN, run).passes("from 1 consumer to 2, then to 1");
    }

    @Test
    void everyDecisionIsShownWithItsReason() {
        run.fact(decided(1, 2));

        assertThat(ScalingChecks.decisions("scaling")
                        .draw()
                        .apply(run.evidence())
                        .rows())
                .containsExactly(List.of("1", "2", "40", "3.5", "since so"));
    }

    private static Check equilibrium() {
        return ScalingChecks.equilibrium("producer-1", 2);
    }

    private static Event decided(int consumers, int wanted) {
        return new Event.ScalingDecided(consumers, wanted, 40, 3.5, "since so");
    }
}
