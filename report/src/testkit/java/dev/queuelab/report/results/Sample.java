package dev.queuelab.report.results;

import dev.queuelab.core.knob.Acknowledge;
import dev.queuelab.core.knob.Idempotency;
import dev.queuelab.core.knob.Knobs;
import dev.queuelab.lab.run.ScenarioRun;
import dev.queuelab.lab.runstore.BuildInfo;
import dev.queuelab.scenarios.check.Check;
import dev.queuelab.scenarios.check.Judgement;
import dev.queuelab.scenarios.check.Verdict;
import dev.queuelab.scenarios.kit.Control;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Results of commands that were not run. */
public final class Sample {
    /** All that is special to XML, Markdown, HTML, JSON or a terminal, and what XML cannot hold at all. */
    static final String NASTY =
            "1 of 3 lost: <b>\"id\"</b> & 'x' | `tick` *star* _under_ [link](x) \\ ]]> \u0000\u001b[31m"
                    + " 😀 \ud800 é\tend";

    static final Check.Result KEPT =
            new Check.Result("nothing lost", Judgement.pass("of 3 messages, 3 were processed"));
    static final Check.Result LOST = new Check.Result("nothing lost", Judgement.fail(NASTY));
    static final Check.Result ONCE = new Check.Result("effects performed once", Judgement.pass("3 effects"));
    static final Check.Result TWICE =
            new Check.Result("effects performed once", new Judgement(Verdict.FAIL, List.of("a: 2", "b: 3")));
    static final Check.Result UNSEEN = new Check.Result("redelivery seen", Judgement.unknown("none"));
    static final Check.Result NO_NEW_IDS = new Check.Result("new ids", Judgement.skip("ids are kept here"));

    private static final Instant BEGUN = Instant.parse("2026-01-01T12:00:00.5Z");
    private static final RunLocation PLACE = new RunLocation("sandbox", "a sandbox for this run", 42);

    static final Control ACKNOWLEDGED_BEFORE = Control.named("deleted-before-work")
            .with(Knobs.ACKNOWLEDGE, Acknowledge.BEFORE)
            .breaks("nothing lost");
    static final Control NOT_IDEMPOTENT = Control.named("no-idempotency")
            .withOptions("--stale=0")
            .with(Knobs.IDEMPOTENCY, Idempotency.NONE)
            .breaks("effects performed once");
    static final Control ALONE =
            Control.named("single-consumer").withOptions("--max-consumers=1").breaks("equilibrium reached");

    private Sample() {}

    /** One of each verdict, and two that were not played. */
    public static SuiteResults brokenOff() {
        return results(
                        "run",
                        List.of(
                                played("crash", KEPT, ONCE),
                                played("poison", KEPT, TWICE, LOST),
                                troubled("dup", "consumer-1 ended unasked\n    | its | last line", KEPT),
                                played("dlq-redrive", NO_NEW_IDS)),
                        new PlannedRun("happy", Optional.empty()),
                        new PlannedRun("fifo-order", Optional.empty()))
                .endedBy("cannot read the outputs document", BEGUN.plusSeconds(30));
    }

    public static SuiteResults whole() {
        return results("run", List.of(played("crash", KEPT, ONCE), played("poison", KEPT)));
    }

    /** One of each outcome. */
    public static SuiteResults controls() {
        return results(
                "controls",
                List.of(
                        control("crash", ACKNOWLEDGED_BEFORE, LOST, ONCE, UNSEEN),
                        control("poison", ACKNOWLEDGED_BEFORE, KEPT, ONCE),
                        control("dup", NOT_IDEMPOTENT, LOST, TWICE),
                        control("dlq-redrive", NOT_IDEMPOTENT.needs("new ids"), KEPT, NO_NEW_IDS),
                        resultOf(new ScenarioRun(
                                "backpressure",
                                Optional.of(ALONE),
                                List.of(),
                                Optional.of("it hung"),
                                Duration.ofMillis(1_500),
                                Path.of("/runs/backpressure")))));
    }

    public static SuiteResults nothingYet() {
        return new SuiteResults(
                new BuildInfo("1.0", "unknown", "1"),
                "run",
                BEGUN,
                Duration.ZERO,
                Optional.empty(),
                List.of(new PlannedRun("crash", Optional.empty())),
                List.of(),
                Optional.empty());
    }

    static SuiteResults results(String command, List<RunResult> plays, PlannedRun... unplayed) {
        List<PlannedRun> planned =
                new ArrayList<>(plays.stream().map(RunResult::part).toList());
        planned.addAll(List.of(unplayed));
        return new SuiteResults(
                new BuildInfo("1.0", "0123abc", "1"),
                command,
                BEGUN,
                Duration.ofMillis(12_345),
                Optional.of(PLACE),
                planned,
                plays,
                Optional.empty());
    }

    static RunResult played(String scenario, Check.Result... checks) {
        return resultOf(play(scenario, Optional.empty(), Optional.empty(), checks));
    }

    static RunResult troubled(String scenario, String why, Check.Result... checks) {
        return resultOf(play(scenario, Optional.empty(), Optional.of(why), checks));
    }

    static RunResult control(String scenario, Control control, Check.Result... checks) {
        return resultOf(play(scenario, Optional.of(control), Optional.empty(), checks));
    }

    private static ScenarioRun play(
            String scenario, Optional<Control> control, Optional<String> trouble, Check.Result... checks) {
        return new ScenarioRun(
                scenario, control, List.of(checks), trouble, Duration.ofMillis(4_200), Path.of("/runs/" + scenario));
    }

    private static RunResult resultOf(ScenarioRun play) {
        OptionalInt deadLetters = play.results().isEmpty() ? OptionalInt.empty() : OptionalInt.of(1);
        return new RunResult(
                play,
                play.control().map(control -> ControlResult.of(control, play)),
                new Counts(3, 5, 2, 4, 1, deadLetters));
    }
}
