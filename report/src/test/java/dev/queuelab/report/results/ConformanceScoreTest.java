package dev.queuelab.report.results;

import static org.assertj.core.api.Assertions.assertThat;

import dev.queuelab.lab.run.ScenarioRun;
import dev.queuelab.scenarios.check.Check;
import dev.queuelab.scenarios.check.Judgement;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConformanceScoreTest {
    private static final Check.Result GOOD = new Check.Result("good", Judgement.pass("so it is"));
    private static final Check.Result BAD = new Check.Result("bad", Judgement.fail("so it is"));
    private static final Check.Result SKIPPED = new Check.Result("skipped", Judgement.skip("not judged"));
    private static final Check.Result OPEN = new Check.Result("open", Judgement.unknown("not judged"));

    @Test
    void whatIsNotJudgedIsNeitherHeldNorBroken() {
        ConformanceScore score = ConformanceScore.of(
                List.of(play("a", GOOD, SKIPPED), play("b", GOOD, BAD, OPEN), play("c", GOOD, OPEN)));

        assertThat(score.table().rows())
                .containsExactly(
                        List.of("a", "held", "1", "0", "1", ""),
                        List.of("b", "BROKEN", "1", "1", "1", "bad"),
                        List.of("c", "not judged", "1", "0", "1", "open"));
        assertThat(score.line()).isEqualTo("1 of 2 scenarios held, and 1 could not be judged");
    }

    @Test
    void aPlayThatDidNotGetToItsEndTellsWhyInOneLine() {
        ScenarioRun play = new ScenarioRun(
                "a",
                Optional.empty(),
                List.of(),
                Optional.of("it ended\n    | with a tail"),
                Duration.ZERO,
                Path.of("runs"));

        assertThat(ConformanceScore.of(List.of(play)).table().rows())
                .containsExactly(List.of("a", "not judged", "0", "0", "0", "it ended"));
        assertThat(ConformanceScore.of(List.of(play)).line())
                .isEqualTo("0 of 0 scenarios held, and 1 could not be judged");
    }

    @Test
    void nothingButSkippedChecksIsNotHeld() {
        assertThat(ConformanceScore.of(List.of(play("a", SKIPPED))).held()).isZero();
    }

    private static ScenarioRun play(String scenario, Check.Result... results) {
        return new ScenarioRun(
                scenario, Optional.empty(), List.of(results), Optional.empty(), Duration.ZERO, Path.of("runs"));
    }
}
