package dev.queuelab.scenarios.check;

import static dev.queuelab.scenarios.check.JudgedRun.judged;
import static org.assertj.core.api.Assertions.assertThat;

import dev.queuelab.core.history.Event;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A deploy replaces the one consumer of the first generation by that of the second, which is stopped at the end. */
class DeployChecksTest {
    private static final String OLD = "consumer-" + DeployChecks.label(1, 1);
    private static final String NEXT = "consumer-" + DeployChecks.label(2, 1);

    private final EvidenceBuilder run = new EvidenceBuilder().sent("a", "b");

    @Test
    void whatWasInHandAndIsFinishedOrHandedBackIsFine() {
        run.by(OLD).received("a").attempted("a", "a");
        signal(OLD, "TERM");
        run.by(OLD)
                .received("b")
                .fact(new Event.HandedBack("b", "m-b"))
                .performed("a")
                .deleted("a");
        ended(OLD, 0);
        run.by(NEXT).redelivered("b").attempted("b", "b").performed("b").deleted("b");
        signal(NEXT, "TERM");
        ended(NEXT, 0);

        judged(DeployChecks.ENDED_WITHIN_GRACE, run).passes("in 1 deploys, none killed");
        judged(DeployChecks.NOTHING_ABANDONED, run).passes("in 1 deploys, none abandoned");
        judged(DeployChecks.NOTHING_REDELIVERED, run).passes("in 1 deploys, none redelivered");
        judged(DeployChecks.workInHand(() -> 1), run).passes("in 1 of 1 deploys");
        assertThat(row()).containsExactly("1", "1", "0", "2", "1", "1", "0", "0", "0", "0", "0.0");
    }

    @Test
    void whatIsAbandonedAndComesBackIsFound() {
        run.by(OLD).received("a").attempted("a", "a").performed("a");
        signal(OLD, "TERM");
        ended(OLD, 143);
        run.after(Duration.ofSeconds(2))
                .by(NEXT)
                .redelivered("a")
                .attempted("a", "a")
                .performed("a")
                .deleted("a");
        signal(NEXT, "TERM");

        judged(DeployChecks.NOTHING_ABANDONED, run).fails("deploy 1: 1 abandoned, a");
        judged(DeployChecks.NOTHING_REDELIVERED, run).fails("deploy 1: 1 redelivered, a");
        judged(DeployChecks.ENDED_WITHIN_GRACE, run).passes("none killed");
        assertThat(row()).containsExactly("1", "1", "0", "1", "0", "0", "1", "1", "0", "1", "0.0");
    }

    @Test
    void whatHadExpiredBeforeSigtermIsNoMatterOfTheDeploy() {
        run.by(OLD).received("a").attempted("a", "a").performed("a");
        run.after(Duration.ofSeconds(2)).by(NEXT).redelivered("a").deleted("a");
        run.by(OLD).received("b").attempted("b", "b");
        signal(OLD, "TERM");
        run.by(OLD).performed("b").deleted("b");
        ended(OLD, 0);
        signal(NEXT, "TERM");

        judged(DeployChecks.NOTHING_ABANDONED, run).passes("none abandoned");
        judged(DeployChecks.NOTHING_REDELIVERED, run).passes("none redelivered");
    }

    @Test
    void aMessageThatDeploysHaveDeadLetteredIsShown() {
        run.by(OLD).redelivered("a");
        signal(OLD, "TERM");
        ended(OLD, 143);
        signal(NEXT, "TERM");
        run.deadLettered("a");

        judged(DeployChecks.NOTHING_REDELIVERED, run).passes("none redelivered");
        assertThat(row()).containsExactly("1", "1", "0", "1", "0", "0", "1", "0", "1", "0", "0.0");
    }

    @Test
    void aConsumerThatOutlivesItsGraceIsFound() {
        run.by(OLD).received("a");
        signal(OLD, "TERM");
        run.after(Duration.ofMillis(500));
        signal(OLD, "KILL");
        ended(OLD, 137);
        signal(NEXT, "TERM");

        judged(DeployChecks.ENDED_WITHIN_GRACE, run).fails("deploy 1: 1 killed, " + OLD);
        assertThat(row()).contains("0.5");
    }

    @Test
    void aMessageThatWasDoneBeforeTheSignalIsNotInHand() {
        run.by(OLD).processed("a");
        signal(OLD, "TERM");
        signal(NEXT, "TERM");

        judged(DeployChecks.workInHand(() -> 1), run).isUnknown("in 0 of 1 deploys");
        assertThat(row()).contains("0.0").startsWith("1", "1", "0", "0");
    }

    @Test
    void whatTheLastGenerationHasInHandAtTheEndIsNoDeploysConcern() {
        run.by(OLD).received("a");
        signal(OLD, "TERM");

        judged(DeployChecks.NOTHING_ABANDONED, run).isUnknown("no consumer was replaced");
    }

    @Test
    void otherProcessesAreNotReplaced() {
        signal("producer-1", "TERM");
        signal("consumer-7", "TERM");

        judged(DeployChecks.NOTHING_REDELIVERED, run).isUnknown("no consumer was replaced");
    }

    @Test
    void whereNobodySawTheDeliveriesNothingIsJudged() {
        run.unobserved(OLD);
        signal(OLD, "TERM");
        signal(NEXT, "TERM");

        judged(DeployChecks.NOTHING_ABANDONED, run).isSkipped("not judged");
        judged(DeployChecks.workInHand(() -> 1), run).isUnknown("not judged");
    }

    private void signal(String child, String signal) {
        run.by("runner").fact(new Event.Signalled(child, signal));
    }

    private void ended(String child, int code) {
        run.by("runner").fact(new Event.Exited(child, code));
    }

    private List<String> row() {
        return DeployChecks.table().draw().apply(run.evidence()).rows().get(0);
    }
}
