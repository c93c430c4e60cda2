package dev.queuelab.scenarios.check;

import static dev.queuelab.scenarios.check.JudgedRun.judged;
import static org.assertj.core.api.Assertions.assertThat;

import dev.queuelab.core.history.Event;
import dev.queuelab.core.history.History;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BrownoutChecksTest {
    private static final String CONSUMER = "consumer-1";

    private final EvidenceBuilder run = new EvidenceBuilder();

    private static String[] ids(int count) {
        return IntStream.range(0, count).mapToObj(number -> "m" + number).toArray(String[]::new);
    }

    @Test
    void aFifthMayComeAgain() {
        run.by("producer-1").sent(ids(5)).by(CONSUMER).processed(ids(5)).redelivered("m0");

        judged(BrownoutChecks.REDELIVERIES_FEW, run).passes("1 of 5 were, 0.20 redeliveries a message");
    }

    @Test
    void moreMayNot() {
        run.by("producer-1")
                .sent(ids(5))
                .by(CONSUMER)
                .processed(ids(5))
                .redelivered("m0")
                .redelivered("m1");

        judged(BrownoutChecks.REDELIVERIES_FEW, run).fails("2 of 5 were, 0.40 redeliveries a message: m0, m1");
    }

    private EvidenceBuilder slowFor(Duration time, int backlog, Duration each) {
        Instant begin = run.by("producer-1").sent(ids(backlog)).now();
        WireCall call = new WireCall(
                CONSUMER,
                WireCall.EFFECTS,
                "PostEffect",
                Set.of("m0"),
                begin,
                Optional.of(begin.plus(each)),
                true,
                Optional.empty(),
                List.of("delay"));
        run.by("runner").fact(new Event.FaultBegun("slow", List.of("delay")));
        run.after(time).fact(new Event.FaultEnded("slow"));
        return run.wire(new WireEvidence(History.of(List.of()), Set.of(), List.of(call)));
    }

    @Test
    void aBacklogOfMoreThanTwoVisibilityTimeoutsCouldExpire() {
        judged(BrownoutChecks.BACKLOG_WHILE_SLOW, slowFor(Duration.ofSeconds(5), 9, Duration.ofMillis(500)))
                .passes("9 left to do, at 0.5 s each for 5.0 s; the visibility timeout is 2.0 s");
    }

    @Test
    void aSmallerOneCouldNot() {
        judged(BrownoutChecks.BACKLOG_WHILE_SLOW, slowFor(Duration.ofSeconds(5), 8, Duration.ofMillis(500)))
                .isUnknown("8 left to do, at 0.5 s each for 5.0 s; the visibility timeout is 2.0 s");
    }

    @Test
    void norCouldOneThatWasSlowForLess() {
        judged(BrownoutChecks.BACKLOG_WHILE_SLOW, slowFor(Duration.ofMillis(3900), 9, Duration.ofMillis(500)))
                .isUnknown("9 left to do, at 0.5 s each for 3.9 s; the visibility timeout is 2.0 s");
    }

    @Test
    void whatWasDoneBeforeIsNoBacklog() {
        run.by("producer-1").sent("x", "y").by(CONSUMER).processed("x", "y");

        judged(BrownoutChecks.BACKLOG_WHILE_SLOW, slowFor(Duration.ofSeconds(5), 8, Duration.ofMillis(500)))
                .isUnknown("8 left to do, at 0.5 s each for 5.0 s; the visibility timeout is 2.0 s");
    }

    @Test
    void aServiceThatNobodyAskedShowsNothing() {
        run.by("runner").fact(new Event.FaultBegun("slow", List.of("delay")));
        run.fact(new Event.FaultEnded("slow"));

        judged(BrownoutChecks.BACKLOG_WHILE_SLOW, run).isUnknown("nobody asked the service while it was slow");
    }

    @Test
    void theTableCountsByPhase() {
        run.by("producer-1")
                .sent("a", "b", "c", "d")
                .by(CONSUMER)
                .processed("a")
                .received("b")
                .received("c");
        run.by("runner").fact(new Event.FaultBegun("slow", List.of("delay")));
        run.by(CONSUMER)
                .attempted("b", "b")
                .after(Duration.ofSeconds(3))
                .performed("b")
                .deleted("b");
        run.attempted("c", "c").redelivered("c").received("d").fact(new Event.HandedBack("d", "m-d"));
        run.by("runner").fact(new Event.FaultEnded("slow"));
        run.by(CONSUMER)
                .performed("c")
                .deleted("c")
                .redelivered("d")
                .performed("d")
                .deleted("d");

        assertThat(BrownoutChecks.TABLE.draw().apply(run.evidence()).rows())
                .extracting(row -> String.join(" ", row))
                .containsExactly("before 0.0 1 3 2 0 0 0", "slow 3.0 1 2 3 1 1 1", "after 0.0 2 1 2 1 0 0");
    }
}
