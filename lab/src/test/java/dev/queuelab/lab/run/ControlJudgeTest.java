package dev.queuelab.lab.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.queuelab.core.knob.Acknowledge;
import dev.queuelab.core.knob.Knobs;
import dev.queuelab.lab.runstore.ControlOutcome;
import dev.queuelab.scenarios.check.CheckOutcome;
import dev.queuelab.scenarios.check.Finding;
import dev.queuelab.scenarios.check.LossChecks;
import dev.queuelab.scenarios.check.Precondition;
import dev.queuelab.scenarios.check.Verdict;
import dev.queuelab.scenarios.kit.Control;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ControlJudgeTest {
    private static final Control CONTROL = Control.named("deleted-before-work")
            .with(Knobs.ACKNOWLEDGE, Acknowledge.BEFORE)
            .breaks(LossChecks.NOTHING_LOST);

    private static final Precondition NEW_IDS =
            new Precondition("new ids", "Ids change.", evidence -> Finding.holds("ids change"));

    private static final CheckOutcome LOST = new CheckOutcome("nothing lost", Verdict.FAIL, "1 of 1 lost");
    private static final CheckOutcome KEPT = new CheckOutcome("nothing lost", Verdict.PASS, "none lost");
    private static final CheckOutcome TWICE = new CheckOutcome("effects performed once", Verdict.FAIL, "twice");
    private static final CheckOutcome UNSEEN = new CheckOutcome("redelivery seen", Verdict.UNKNOWN, "none");

    @Test
    void aControlThatBreaksWhatItNamesHolds() {
        assertThat(judge(run(LOST)).verdict()).isEqualTo(Verdict.PASS);
    }

    @Test
    void whatCouldNotBeSeenUnderAControlDoesNotMatter() {
        assertThat(judge(run(LOST, UNSEEN)).verdict()).isEqualTo(Verdict.PASS);
    }

    @Test
    void aControlThatBreaksNothingIsBlind() {
        ControlOutcome judgement = judge(run(KEPT));

        assertThat(judgement.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(judgement.findings()).singleElement().asString().startsWith("BLIND: \"nothing lost\"");
    }

    @Test
    void aCheckIsNotBlindToAFailureThatWasNotProvoked() {
        ControlOutcome judgement = judge(run(KEPT, UNSEEN));

        assertThat(judgement.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(judgement.findings())
                .containsExactly("\"nothing lost\" did not fail, but \"redelivery seen\" is UNKNOWN: none");
    }

    @Test
    void aControlThatBreaksSomethingElseIsWrong() {
        assertThat(judge(run(KEPT, TWICE)).verdict()).isEqualTo(Verdict.FAIL);
        assertThat(judge(run(LOST, TWICE)).findings())
                .containsExactly("broke \"effects performed once\", \"nothing lost\", but must break \"nothing lost\"");
    }

    @Test
    void aControlThatDidNotGetToItsEndIsUnknown() {
        ScenarioRun broken = new ScenarioRun(
                "crash", Optional.of(CONTROL), List.of(LOST), Optional.of("died"), Duration.ZERO, Path.of("runs"));

        assertThat(judge(broken).verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(broken.verdict()).isEqualTo(Verdict.FAIL);
    }

    @Test
    void aRunWithoutChecksIsUnknown() {
        assertThat(run().verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void aControlIsSkippedWhereTheEnvironmentDoesNotShowWhatItNeeds() {
        Control control = CONTROL.needs(NEW_IDS);
        CheckOutcome unshown = new CheckOutcome("new ids", Verdict.SKIP, "ids are kept");

        ControlOutcome judgement = ControlJudge.judge(control, run(KEPT, unshown));

        assertThat(judgement.verdict()).isEqualTo(Verdict.SKIP);
        assertThat(judgement.findings()).containsExactly("ids are kept");
    }

    @Test
    void aControlWhoseNeedIsShownIsJudgedAsAnyOther() {
        Control control = CONTROL.needs(NEW_IDS);
        CheckOutcome shown = new CheckOutcome("new ids", Verdict.PASS, "ids change");

        assertThat(ControlJudge.judge(control, run(KEPT, shown)).verdict()).isEqualTo(Verdict.FAIL);
        assertThat(ControlJudge.judge(control, run(LOST, shown)).verdict()).isEqualTo(Verdict.PASS);
    }

    @Test
    void whatAnotherCheckSkipsExcusesNothing() {
        CheckOutcome skipped = new CheckOutcome("window seen", Verdict.SKIP, "no window");

        assertThat(judge(run(KEPT, skipped)).verdict()).isEqualTo(Verdict.FAIL);
    }

    private static ControlOutcome judge(ScenarioRun run) {
        return ControlJudge.judge(CONTROL, run);
    }

    private static ScenarioRun run(CheckOutcome... results) {
        return new ScenarioRun(
                "crash", Optional.of(CONTROL), List.of(results), Optional.empty(), Duration.ZERO, Path.of("runs"));
    }
}
