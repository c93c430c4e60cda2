package dev.queuelab.report.results;

import static org.assertj.core.api.Assertions.assertThat;

import dev.queuelab.lab.run.ScenarioRun;
import dev.queuelab.report.results.ConformanceRow.Result;
import dev.queuelab.scenarios.cases.Answerer;
import dev.queuelab.scenarios.cases.Cases;
import dev.queuelab.scenarios.cases.ConformanceCase;
import dev.queuelab.scenarios.check.CheckOutcome;
import dev.queuelab.scenarios.check.Verdict;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CaseScoreTest {
    private static final ConformanceCase NOT_BEFORE_WORK = find("acknowledgement/not-before-the-work");
    private static final ConformanceCase NOTHING_LOST = find("acknowledgement/nothing-lost");
    private static final ConformanceCase STAYS_UP = find("liveness/stays-up");
    private static final ConformanceCase SLOW_WORK = find("idempotency/slow-work");
    private static final ConformanceCase LATE_DELETION = find("handles/late-deletion");
    private static final ConformanceCase POISON = find("dead-letters/only-poison");

    private static final CheckOutcome SEEN = outcome("redelivery seen", Verdict.PASS);

    @Test
    void aRequirementThatFailedBreaksItsCasesAndNoOthers() {
        ScenarioRun run = run(
                "dup", outcome("queue drained", Verdict.PASS), outcome("effects performed once", Verdict.FAIL), SEEN);

        assertThat(result(SLOW_WORK, run)).isEqualTo(Result.BROKEN);
        assertThat(result(LATE_DELETION, run)).isEqualTo(Result.HELD);
    }

    @Test
    void whatWasNotProvokedIsNotJudgedButABreakStands() {
        CheckOutcome unseen = outcome("redelivery seen", Verdict.UNKNOWN);

        assertThat(result(NOT_BEFORE_WORK, run("crash", outcome("nothing lost", Verdict.PASS), unseen)))
                .isEqualTo(Result.NOT_JUDGED);
        assertThat(result(NOT_BEFORE_WORK, run("crash", outcome("nothing lost", Verdict.FAIL), unseen)))
                .isEqualTo(Result.BROKEN);
    }

    @Test
    void aRequirementThatIsMissingOrNotObservedIsNotJudged() {
        assertThat(result(NOT_BEFORE_WORK, run("crash", SEEN))).isEqualTo(Result.NOT_JUDGED);
        assertThat(result(NOT_BEFORE_WORK, run("crash", outcome("nothing lost", Verdict.SKIP), SEEN)))
                .isEqualTo(Result.NOT_JUDGED);
        assertThat(result(NOT_BEFORE_WORK, run("crash", outcome("nothing lost", Verdict.UNKNOWN), SEEN)))
                .isEqualTo(Result.NOT_JUDGED);
    }

    @Test
    void effectsThatNobodySeesAreNotApplicable() {
        ScenarioRun run = run("dup", outcome("effects performed once", Verdict.SKIP), SEEN);

        assertThat(row(SLOW_WORK, run).result()).isEqualTo(Result.NOT_APPLICABLE);
        assertThat(row(SLOW_WORK, run).why()).startsWith("needs effects that are seen; ");
    }

    @Test
    void norAreTheyWhereNothingWasProvokedBesides() {
        ScenarioRun run = run(
                "dup", outcome("effects performed once", Verdict.SKIP), outcome("redelivery seen", Verdict.UNKNOWN));

        assertThat(result(SLOW_WORK, run)).isEqualTo(Result.NOT_APPLICABLE);
    }

    @Test
    void aConsumerThatLacksWhatTheScenarioNeedsIsNotAccused() {
        assertThat(result(POISON, run("poison", outcome("applicable", Verdict.SKIP))))
                .isEqualTo(Result.NOT_APPLICABLE);
        assertThat(CaseScore.of(List.of(POISON), List.of(), Map.of("poison", "needs poison-marker"))
                        .count(Result.NOT_APPLICABLE))
                .isOne();
    }

    @Test
    void aConsumerThatEndedThePlayBreaksTheCaseOfItsLivenessAlone() {
        ScenarioRun dup = troubled("dup", outcome("stayed up", Verdict.FAIL));
        ScenarioRun crash = troubled("crash", outcome("stayed up", Verdict.FAIL));

        assertThat(result(LATE_DELETION, dup)).isEqualTo(Result.BROKEN);
        assertThat(result(SLOW_WORK, dup)).isEqualTo(Result.NOT_JUDGED);
        assertThat(result(STAYS_UP, crash)).isEqualTo(Result.BROKEN);
        assertThat(result(NOT_BEFORE_WORK, crash)).isEqualTo(Result.NOT_JUDGED);
    }

    @Test
    void aCaseOfEveryPlayIsBrokenByOnePlay() {
        ScenarioRun good = run("happy", outcome("nothing lost", Verdict.PASS));
        ScenarioRun bad = run("poison", outcome("nothing lost", Verdict.PASS));
        ScenarioRun dead = troubled("crash", outcome("stayed up", Verdict.FAIL));

        assertThat(result(NOTHING_LOST, good, bad)).isEqualTo(Result.HELD);
        assertThat(result(STAYS_UP, good, dead)).isEqualTo(Result.BROKEN);
        assertThat(row(STAYS_UP, good, dead).why()).startsWith("stayed up: ");
    }

    @Test
    void playsOfOneScenarioThatDifferAreUnstable() {
        ScenarioRun good = run("crash", outcome("nothing lost", Verdict.PASS), SEEN);
        ScenarioRun bad = run("crash", outcome("nothing lost", Verdict.FAIL), SEEN);

        CaseScore score = CaseScore.of(List.of(NOT_BEFORE_WORK), List.of(good, bad, good), Map.of());

        assertThat(score.rows()).extracting(CaseRow::result).containsExactly(Result.UNSTABLE);
        assertThat(score.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(score.rows().get(0).why()).contains("nothing lost: ");
    }

    @Test
    void libraryAndApplicationAreTwoTables() {
        CaseScore score = CaseScore.of(
                List.of(LATE_DELETION, SLOW_WORK),
                List.of(run(
                        "dup",
                        outcome("queue drained", Verdict.PASS),
                        outcome("effects performed once", Verdict.FAIL),
                        SEEN)),
                Map.of());

        assertThat(score.of(Answerer.LIBRARY).line()).isEqualTo("1 of 1 cases held");
        assertThat(score.of(Answerer.APPLICATION).table().rows())
                .containsExactly(List.of(
                        "idempotency/slow-work", "BROKEN", "duplicate", "effects", "effects performed once: so it is"));
        assertThat(score.brokenIn(score.rows().get(0).runs().get(0))).containsExactly("idempotency/slow-work");
        assertThat(score.verdict()).isEqualTo(Verdict.FAIL);
    }

    @Test
    void nothingHeldIsUnknown() {
        assertThat(CaseScore.of(List.of(NOT_BEFORE_WORK), List.of(), Map.of()).verdict())
                .isEqualTo(Verdict.UNKNOWN);
    }

    private static ConformanceCase find(String id) {
        return Cases.find(id).orElseThrow();
    }

    private static Result result(ConformanceCase one, ScenarioRun... runs) {
        return row(one, runs).result();
    }

    private static CaseRow row(ConformanceCase one, ScenarioRun... runs) {
        return CaseScore.of(List.of(one), List.of(runs), Map.of()).rows().get(0);
    }

    static CheckOutcome outcome(String name, Verdict verdict) {
        return new CheckOutcome(name, verdict, "so it is");
    }

    /** A play that has these outcomes. */
    static ScenarioRun run(String scenario, CheckOutcome... outcomes) {
        return new ScenarioRun(
                scenario,
                Optional.empty(),
                Stream.of(outcomes).toList(),
                Optional.empty(),
                Duration.ZERO,
                Path.of("runs"));
    }

    private static ScenarioRun troubled(String scenario, CheckOutcome... outcomes) {
        return new ScenarioRun(
                scenario,
                Optional.empty(),
                List.of(outcomes),
                Optional.of("consumer-1 ended unasked\n  | bye"),
                Duration.ZERO,
                Path.of("runs"));
    }
}
