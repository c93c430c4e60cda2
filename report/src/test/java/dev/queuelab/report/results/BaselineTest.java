package dev.queuelab.report.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.queuelab.lab.run.ScenarioRun;
import dev.queuelab.scenarios.cases.Cases;
import dev.queuelab.scenarios.check.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaselineTest {
    private static final String LOST = "acknowledgement/not-before-the-work";
    private static final String SLOW = "idempotency/slow-work";

    @TempDir
    private Path folder;

    @Test
    void aKnownBreakIsAccepted() {
        CaseScore score = score(Verdict.FAIL, Verdict.PASS);

        assertThat(new Baseline(Set.of(LOST)).compare(score))
                .isEqualTo(new Baseline.Comparison(List.of(), List.of(LOST), List.of()));
        assertThat(new Baseline(Set.of(LOST)).verdict(score)).isEqualTo(Verdict.PASS);
    }

    @Test
    void aBreakThatIsNotListedFails() {
        CaseScore score = score(Verdict.FAIL, Verdict.FAIL);

        assertThat(new Baseline(Set.of(LOST)).compare(score).newlyBroken()).containsExactly(SLOW);
        assertThat(new Baseline(Set.of(LOST)).verdict(score)).isEqualTo(Verdict.FAIL);
    }

    @Test
    void oneThatHoldsNowAndIsStillListedFails() {
        CaseScore score = score(Verdict.PASS, Verdict.FAIL);

        assertThat(new Baseline(Set.of(LOST, SLOW)).compare(score).fixed()).containsExactly(LOST);
        assertThat(new Baseline(Set.of(LOST, SLOW)).verdict(score)).isEqualTo(Verdict.FAIL);
    }

    @Test
    void oneThatIsNotJudgedIsNeitherNewNorFixed() {
        CaseScore score = score(Verdict.UNKNOWN, Verdict.FAIL);
        Baseline baseline = new Baseline(Set.of(LOST, SLOW));

        assertThat(baseline.compare(score).agrees()).isTrue();
        assertThat(baseline.verdict(score)).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void whatIsWrittenIsReadAgain() throws IOException {
        Path file = folder.resolve("known.txt");
        Baseline.of(score(Verdict.FAIL, Verdict.FAIL)).write(file);

        assertThat(Baseline.read(file)).isEqualTo(new Baseline(Set.of(LOST, SLOW)));
        assertThat(Files.readString(file)).startsWith("# ").endsWith(LOST + "\n" + SLOW + "\n");
    }

    @Test
    void commentsAndBlankLinesAreLeftOut() throws IOException {
        Path file = Files.writeString(folder.resolve("known.txt"), "\n# why\n  " + LOST + "  # known since May\n");

        assertThat(Baseline.read(file).known()).containsExactly(LOST);
    }

    @Test
    void aLineThatIsNoCaseIsRefusedWithItsNumber() throws IOException {
        Path file = Files.writeString(folder.resolve("known.txt"), "# head\nlost/everything\n");

        assertThatThrownBy(() -> Baseline.read(file))
                .hasMessageContaining("line 2: 'lost/everything' is not accepted: expected the id of a case");
        assertThatThrownBy(() -> Baseline.read(folder.resolve("none.txt")))
                .hasMessageStartingWith("cannot read ")
                .hasMessageContaining("none.txt");
    }

    private static CaseScore score(Verdict lost, Verdict once) {
        List<ScenarioRun> runs = List.of(
                CaseScoreTest.run(
                        "crash",
                        CaseScoreTest.outcome("nothing lost", lost),
                        CaseScoreTest.outcome("redelivery seen", Verdict.PASS)),
                CaseScoreTest.run(
                        "dup",
                        CaseScoreTest.outcome("effects performed once", once),
                        CaseScoreTest.outcome("redelivery seen", Verdict.PASS)));
        return CaseScore.of(
                Stream.of(LOST, SLOW).map(id -> Cases.find(id).orElseThrow()).toList(), runs, Map.of());
    }
}
