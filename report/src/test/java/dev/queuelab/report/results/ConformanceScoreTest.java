package dev.queuelab.report.results;

import static org.assertj.core.api.Assertions.assertThat;

import dev.queuelab.lab.run.ScenarioRun;
import dev.queuelab.scenarios.check.CheckOutcome;
import dev.queuelab.scenarios.check.Verdict;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConformanceScoreTest {
    private static final CheckOutcome GOOD = new CheckOutcome("good", Verdict.PASS, "so it is");
    private static final CheckOutcome BAD = new CheckOutcome("bad", Verdict.FAIL, "so it is");
    private static final CheckOutcome SKIPPED = new CheckOutcome("skipped", Verdict.SKIP, "not judged");
    private static final CheckOutcome OPEN = new CheckOutcome("open", Verdict.UNKNOWN, "not judged");

    @Test
    void whatIsNotJudgedIsNeitherHeldNorBroken() {
        ConformanceScore score =
                ConformanceScore.of(List.of(run("a", GOOD, SKIPPED), run("b", GOOD, BAD, OPEN), run("c", GOOD, OPEN)));

        assertThat(score.table().rows())
                .containsExactly(
                        List.of("a", "held", "1", "0", "1", ""),
                        List.of("b", "BROKEN", "1", "1", "1", "bad"),
                        List.of("c", "not judged", "1", "0", "1", "open"));
        assertThat(score.line()).isEqualTo("1 of 2 scenarios held, 1 could not be judged");
    }

    @Test
    void aRunThatDidNotGetToItsEndShowsWhyInOneLine() {
        ScenarioRun run = new ScenarioRun(
                "a",
                Optional.empty(),
                List.of(),
                Optional.of("it ended\n    | with a tail"),
                Duration.ZERO,
                Path.of("runs"));

        assertThat(ConformanceScore.of(List.of(run)).table().rows())
                .containsExactly(List.of("a", "not judged", "0", "0", "0", "it ended"));
        assertThat(ConformanceScore.of(List.of(run)).line()).isEqualTo("0 of 0 scenarios held, 1 could not be judged");
    }

    @Test
    void nothingButSkippedChecksIsNotHeld() {
        assertThat(ConformanceScore.of(List.of(run("a", SKIPPED))).held()).isZero();
    }

    @Test
    void ofAProgramsLastLinesTheOneThatSpeaksOfAnErrorIsShown() {
        ScenarioRun run = new ScenarioRun(
                "a",
                Optional.empty(),
                List.of(),
                Optional.of("it ended; its last lines:\n    | begun\n    | TypeError: x\n    |     at y"),
                Duration.ZERO,
                Path.of("runs"));

        assertThat(ConformanceScore.of(List.of(run)).table().rows().get(0)).endsWith("it ended: TypeError: x");
    }

    @Test
    void aVerdictThatDiffersIsUnstableAndNamesARunOfEach() {
        ConformanceScore score = ConformanceScore.of(List.of(run("a", GOOD), run("a", BAD), run("a", GOOD)));

        assertThat(score.table().rows())
                .containsExactly(
                        List.of("a", "UNSTABLE", "1", "0", "0", "2 of 3 held: runs; 1 of 3 BROKEN (bad): runs"));
        assertThat(score.line()).isEqualTo("0 of 0 scenarios held, 1 unstable");
        assertThat(score.verdict()).isEqualTo(Verdict.FAIL);
    }

    @Test
    void theSameVerdictEachTimeIsOneRow() {
        assertThat(ConformanceScore.of(List.of(run("a", GOOD), run("a", GOOD))).line())
                .isEqualTo("1 of 1 scenarios held");
    }

    @Test
    void whatIsNotApplicableIsNoReasonToFail() {
        ConformanceScore score = ConformanceScore.of(
                List.of(run("a", GOOD), run("b", SKIPPED)), Map.of("c", "not applicable: needs versions"));

        assertThat(score.table().rows())
                .contains(
                        List.of("b", "not applicable", "0", "0", "1", "not judged"),
                        List.of("c", "not applicable", "0", "0", "0", "not applicable: needs versions"));
        assertThat(score.line()).isEqualTo("1 of 1 scenarios held, 2 not applicable");
        assertThat(score.verdict()).isEqualTo(Verdict.PASS);
    }

    @Test
    void lessThanWasAskedForIsUnknownAndSoIsNothing() {
        assertThat(ConformanceScore.of(List.of(run("a", GOOD), run("b", OPEN))).verdict())
                .isEqualTo(Verdict.UNKNOWN);
        assertThat(ConformanceScore.of(List.of(run("b", SKIPPED))).verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(ConformanceScore.of(List.of(run("a", BAD), run("b", OPEN))).verdict())
                .isEqualTo(Verdict.FAIL);
    }

    private static ScenarioRun run(String scenario, CheckOutcome... results) {
        return new ScenarioRun(
                scenario, Optional.empty(), List.of(results), Optional.empty(), Duration.ZERO, Path.of("runs"));
    }
}
