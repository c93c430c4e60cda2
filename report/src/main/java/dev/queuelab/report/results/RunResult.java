package dev.queuelab.report.results;

import dev.queuelab.core.toolbox.Text;
import dev.queuelab.lab.run.ScenarioRun;
import dev.queuelab.lab.runstore.StoredRun;
import dev.queuelab.report.analysis.RunCounts;
import dev.queuelab.scenarios.check.CheckOutcome;
import dev.queuelab.scenarios.check.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one run of a command came to.
 *
 * @param control what it proved as a control, if it is one
 */
public record RunResult(ScenarioRun run, Optional<ControlResult> control, RunCounts counts) {

    /** Counts what the run's folder holds. */
    public static RunResult of(ScenarioRun run) {
        return new RunResult(
                run,
                run.control().map(control -> ControlResult.of(control, run)),
                RunCounts.of(StoredRun.read(run.folder())));
    }

    /** Of the run; of a control, whether it proved what it is for. */
    public Verdict verdict() {
        return control.map(proof -> proof.judgement().verdict()).orElse(run.verdict());
    }

    public PlannedRun planned() {
        return new PlannedRun(
                run.scenario(), control.map(proof -> proof.control().name()));
    }

    /**
     * What the verdict rests on, the weightiest first, in single lines: of a control its judgement, else what ended the
     * run and the checks of that verdict. Empty if it is a PASS.
     */
    public List<String> reasons() {
        if (verdict() == Verdict.PASS) {
            return List.of();
        }
        List<String> reasons = new ArrayList<>();
        control.ifPresent(proof -> reasons.addAll(proof.judgement().findings()));
        if (control.isEmpty()) {
            run.checks().stream()
                    .filter(outcome -> outcome.verdict() == verdict())
                    .map(RunResult::describe)
                    .forEach(reasons::add);
            run.trouble().ifPresent(why -> reasons.add("it did not get to its end: " + why));
        }
        return reasons.isEmpty()
                ? List.of("no check was made")
                : reasons.stream().map(Text::onOneLine).toList();
    }

    static String describe(CheckOutcome result) {
        return result.check() + ": " + result.finding();
    }
}
