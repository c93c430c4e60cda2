package dev.queuelab.lab.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.queuelab.core.knob.Acknowledge;
import dev.queuelab.core.knob.Knobs;
import dev.queuelab.scenarios.check.Check;
import dev.queuelab.scenarios.check.Judgement;
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
            .breaks("nothing lost");

    private static final Check.Result LOST = new Check.Result("nothing lost", Judgement.fail("1 of 1 lost"));
    private static final Check.Result KEPT = new Check.Result("nothing lost", Judgement.pass("none lost"));
    private static final Check.Result TWICE = new Check.Result("effects performed once", Judgement.fail("twice"));
    private static final Check.Result UNSEEN = new Check.Result("redelivery seen", Judgement.unknown("none"));

    @Test
    void aControlThatBreaksWhatItNamesHolds() {
        assertThat(judge(play(LOST)).verdict()).isEqualTo(Verdict.PASS);
    }

    @Test
    void whatCouldNotBeSeenUnderAControlDoesNotMatter() {
        assertThat(judge(play(LOST, UNSEEN)).verdict()).isEqualTo(Verdict.PASS);
    }

    @Test
    void aControlThatBreaksNothingIsBlind() {
        Judgement judgement = judge(play(KEPT));

        assertThat(judgement.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(judgement.findings()).singleElement().asString().startsWith("BLIND: \"nothing lost\"");
    }

    @Test
    void aControlThatBreaksSomethingElseIsWrong() {
        assertThat(judge(play(KEPT, TWICE)).verdict()).isEqualTo(Verdict.FAIL);
        assertThat(judge(play(LOST, TWICE)).findings())
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
    void aPlayWithoutChecksIsUnknown() {
        assertThat(play().verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void aControlIsSkippedWhereTheEnvironmentDoesNotShowWhatItNeeds() {
        Control control = CONTROL.needs("new ids");
        Check.Result unshown = new Check.Result("new ids", Judgement.skip("ids are kept"));

        Judgement judgement = ControlJudge.judge(control, play(KEPT, unshown));

        assertThat(judgement.verdict()).isEqualTo(Verdict.SKIP);
        assertThat(judgement.findings()).containsExactly("ids are kept");
    }

    @Test
    void aControlWhoseNeedIsShownIsJudgedAsAnyOther() {
        Control control = CONTROL.needs("new ids");
        Check.Result shown = new Check.Result("new ids", Judgement.pass("ids change"));

        assertThat(ControlJudge.judge(control, play(KEPT, shown)).verdict()).isEqualTo(Verdict.FAIL);
        assertThat(ControlJudge.judge(control, play(LOST, shown)).verdict()).isEqualTo(Verdict.PASS);
    }

    @Test
    void whatAnotherCheckSkipsExcusesNothing() {
        Check.Result skipped = new Check.Result("window seen", Judgement.skip("no window"));

        assertThat(judge(play(KEPT, skipped)).verdict()).isEqualTo(Verdict.FAIL);
    }

    private static Judgement judge(ScenarioRun play) {
        return ControlJudge.judge(CONTROL, play);
    }

    private static ScenarioRun play(Check.Result... results) {
        return new ScenarioRun(
                "crash", Optional.of(CONTROL), List.of(results), Optional.empty(), Duration.ZERO, Path.of("runs"));
    }
}
