package dev.queuelab.report.results;

import dev.queuelab.report.analysis.RunCounts;
import dev.queuelab.scenarios.cases.Cases;
import dev.queuelab.scenarios.check.CheckOutcome;
import dev.queuelab.scenarios.check.EffectChecks;
import dev.queuelab.scenarios.check.Finding;
import dev.queuelab.scenarios.check.LossChecks;
import dev.queuelab.scenarios.check.Precondition;
import dev.queuelab.scenarios.check.ScalingChecks;
import dev.queuelab.core.knob.Acknowledge;
import dev.queuelab.core.knob.Idempotency;
import dev.queuelab.core.knob.Knobs;
import dev.queuelab.lab.run.ScenarioRun;
import dev.queuelab.lab.runstore.BuildInfo;
import dev.queuelab.scenarios.check.Verdict;
import dev.queuelab.scenarios.kit.Control;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Results of commands that were not run. */
public final class Sample {
    /** All that is special to XML, Markdown, HTML, JSON or a terminal, and what XML cannot hold at all. */
    static final String NASTY =
            "1 of 3 lost: <b>\"id\"</b> & 'x' | `tick` *star* _under_ [link](x) \\ ]]> \u0000\u001b[31m"
                    + " 😀 \ud800 é\tend";

    static final CheckOutcome KEPT =
            new CheckOutcome("nothing lost", Verdict.PASS, "of 3 messages, 3 were processed");
    static final CheckOutcome LOST = new CheckOutcome("nothing lost", Verdict.FAIL, NASTY);
    static final CheckOutcome ONCE = new CheckOutcome("effects performed once", Verdict.PASS, "3 effects");
    static final CheckOutcome TWICE =
            new CheckOutcome("effects performed once", Verdict.FAIL, List.of("a: 2", "b: 3"));
    static final CheckOutcome SEEN = new CheckOutcome("redelivery seen", Verdict.PASS, "1 of 3");
    static final CheckOutcome UNSEEN = new CheckOutcome("redelivery seen", Verdict.UNKNOWN, "none");
    static final CheckOutcome NO_NEW_IDS = new CheckOutcome("new ids", Verdict.SKIP, "ids are kept here");

    private static final Precondition NEW_IDS =
            new Precondition("new ids", "Ids change.", evidence -> Finding.holds("ids change"));

    private static final Instant BEGUN = Instant.parse("2026-01-01T12:00:00.5Z");
    private static final RunLocation PLACE = new RunLocation("sandbox", "a sandbox for this run", 42);

    static final Control ACKNOWLEDGED_BEFORE = Control.named("deleted-before-work")
            .with(Knobs.ACKNOWLEDGE, Acknowledge.BEFORE)
            .breaks(LossChecks.NOTHING_LOST);
    static final Control NOT_IDEMPOTENT = Control.named("no-idempotency")
            .withOptions("--stale=0")
            .with(Knobs.IDEMPOTENCY, Idempotency.NONE)
            .breaks(EffectChecks.PERFORMED_ONCE);
    static final Control ALONE =
            Control.named("single-consumer").withOptions("--max-consumers=1").breaks(ScalingChecks.equilibrium("producer-1", 4));

    private Sample() {}

    /** One of each verdict, and two that did not run. */
    public static SuiteResults brokenOff() {
        return results(
                        "run",
                        List.of(
                                ended("crash", KEPT, ONCE),
                                ended("poison", KEPT, TWICE, LOST),
                                troubled("dup", "consumer-1 ended unasked\n    | its | last line", KEPT),
                                ended("dlq-redrive", NO_NEW_IDS)),
                        new PlannedRun("happy", Optional.empty()),
                        new PlannedRun("fifo-order", Optional.empty()))
                .endedBy("cannot read the outputs document", BEGUN.plusSeconds(30));
    }

    public static SuiteResults whole() {
        return results("run", List.of(ended("crash", KEPT, ONCE), ended("poison", KEPT)));
    }

    /** Four side by side, of which the second and the last have ended, and the third has not begun. */
    public static SuiteResults sideBySide() {
        return SuiteResults.begin(
                        "run",
                        Stream.of("crash", "happy", "dup", "poison")
                                .map(name -> new PlannedRun(name, Optional.empty()))
                                .toList(),
                        BEGUN)
                .begun(0)
                .begun(3)
                .begun(1)
                .ended(3, ended("poison", KEPT), BEGUN.plusSeconds(7))
                .ended(1, ended("happy", KEPT), BEGUN.plusSeconds(8))
                .endedBy("interrupted", BEGUN.plusSeconds(9));
    }

    /** One of each outcome. */
    public static SuiteResults controls() {
        return results(
                "controls",
                List.of(
                        control("crash", ACKNOWLEDGED_BEFORE, LOST, ONCE, UNSEEN),
                        control("poison", ACKNOWLEDGED_BEFORE, KEPT, ONCE),
                        control("dup", NOT_IDEMPOTENT, LOST, TWICE),
                        control("dlq-redrive", NOT_IDEMPOTENT.needs(NEW_IDS), KEPT, NO_NEW_IDS),
                        resultOf(new ScenarioRun(
                                "backpressure",
                                Optional.of(ALONE),
                                List.of(),
                                Optional.of("it hung"),
                                Duration.ofMillis(1_500),
                                Path.of("/runs/backpressure")))));
    }

    /** One that met faults of the gateway, and one that had a gateway and met none. */
    public static SuiteResults withFaults() {
        return results(
                "run",
                List.of(
                        met(Map.of("reply-lost", 3L), run("crash", Optional.empty(), Optional.empty(), KEPT, ONCE)),
                        met(Map.of(), run("poison", Optional.empty(), Optional.empty(), KEPT))));
    }

    /** Of conformance: a case of each result. */
    public static SuiteResults conformance() {
        return results(
                        "conformance",
                        List.of(
                                ended("crash", new CheckOutcome("nothing lost", Verdict.FAIL, NASTY), SEEN),
                                ended("dup", new CheckOutcome("queue drained", Verdict.PASS, "0"), ONCE, SEEN)),
                        new PlannedRun("fifo-order", Optional.empty()))
                .judging(new CasePlan(
                        Stream.of(
                                        "acknowledgement/not-before-the-work",
                                        "handles/late-deletion",
                                        "fifo/order-after-a-death",
                                        "dead-letters/only-poison",
                                        "idempotency/slow-work")
                                .map(id -> Cases.find(id).orElseThrow())
                                .toList(),
                        Map.of("poison", "needs poison-marker")));
    }

    public static SuiteResults nothingYet() {
        return new SuiteResults(
                new BuildInfo("1.0", "unknown"),
                "run",
                BEGUN,
                Duration.ZERO,
                Optional.empty(),
                List.of(new PlannedRun("crash", Optional.empty())),
                Set.of(),
                Collections.emptySortedMap(),
                Optional.empty(),
                CasePlan.NONE);
    }

    static SuiteResults results(String command, List<RunResult> runs, PlannedRun... missing) {
        List<PlannedRun> planned =
                new ArrayList<>(runs.stream().map(RunResult::planned).toList());
        planned.addAll(List.of(missing));
        SortedMap<Integer, RunResult> ended = new TreeMap<>();
        runs.forEach(run -> ended.put(ended.size(), run));
        return new SuiteResults(
                new BuildInfo("1.0", "0123abc"),
                command,
                BEGUN,
                Duration.ofMillis(12_345),
                Optional.of(PLACE),
                planned,
                ended.keySet(),
                ended,
                Optional.empty(),
                CasePlan.NONE);
    }

    static RunResult ended(String scenario, CheckOutcome... checks) {
        return resultOf(run(scenario, Optional.empty(), Optional.empty(), checks));
    }

    static RunResult troubled(String scenario, String why, CheckOutcome... checks) {
        return resultOf(run(scenario, Optional.empty(), Optional.of(why), checks));
    }

    static RunResult control(String scenario, Control control, CheckOutcome... checks) {
        return resultOf(run(scenario, Optional.of(control), Optional.empty(), checks));
    }

    private static ScenarioRun run(
            String scenario, Optional<Control> control, Optional<String> trouble, CheckOutcome... checks) {
        return new ScenarioRun(
                scenario, control, List.of(checks), trouble, Duration.ofMillis(4_200), Path.of("/runs/" + scenario));
    }

    private static RunResult resultOf(ScenarioRun run) {
        return resultOf(run, Optional.empty());
    }

    private static RunResult met(Map<String, Long> faults, ScenarioRun run) {
        return resultOf(run, Optional.of(faults));
    }

    private static RunResult resultOf(ScenarioRun run, Optional<Map<String, Long>> faults) {
        OptionalLong deadLetters = run.checks().isEmpty() ? OptionalLong.empty() : OptionalLong.of(1);
        return new RunResult(
                run,
                run.control().map(control -> ControlResult.of(control, run)),
                new RunCounts(20, 3, 5, 2, 2, 1, 4, 1, 1, 3, 0, 1, deadLetters, faults));
    }
}
