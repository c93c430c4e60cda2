package dev.queuelab.report.results;

import static org.assertj.core.api.Assertions.assertThat;

import dev.queuelab.lab.run.ScenarioRun;
import dev.queuelab.scenarios.check.CheckOutcome;
import dev.queuelab.scenarios.check.Verdict;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
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
        assertThat(score.line()).isEqualTo("1 of 2 scenarios held, and 1 could not be judged");
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
        assertThat(ConformanceScore.of(List.of(run)).line())
                .isEqualTo("0 of 0 scenarios held, and 1 could not be judged");
    }

    @Test
    void nothingButSkippedChecksIsNotHeld() {
        assertThat(ConformanceScore.of(List.of(run("a", SKIPPED))).held()).isZero();
    }

    private static ScenarioRun run(String scenario, CheckOutcome... results) {
        return new ScenarioRun(
                scenario, Optional.empty(), List.of(results), Optional.empty(), Duration.ZERO, Path.of("runs"));
    }
}
