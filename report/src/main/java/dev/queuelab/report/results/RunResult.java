package dev.queuelab.report.results;

import dev.queuelab.core.toolbox.Text;
import dev.queuelab.lab.run.ScenarioRun;
import dev.queuelab.lab.runstore.StoredRun;
import dev.queuelab.report.analysis.RunCounts;
import dev.queuelab.scenarios.check.CheckOutcome;
import dev.queuelab.scenarios.check.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What one run of a command came to.
 *
 * @param control what it shows as a control, if it is one
 */
public record RunResult(ScenarioRun run, Optional<ControlResult> control, RunCounts counts) {

    /** Counts what the run's folder holds. */
    public static RunResult of(ScenarioRun run) {
        return new RunResult(
                run,
                run.control().map(control -> ControlResult.of(control, run)),
                RunCounts.of(StoredRun.read(run.folder())));
    }

    /** Of the run; of a control, whether it broke what it must. */
    public Verdict verdict() {
        return control.map(shown -> shown.judgement().verdict()).orElse(run.verdict());
    }

    public PlannedRun planned() {
        return new PlannedRun(run.scenario(), run.control().map(control -> control.name()));
    }

    /**
     * What the verdict rests on, the most important first, each in one line that is safe to print: of a control its
     * judgement, else the checks with that verdict and what ended the play. Empty if the verdict is PASS.
     */
    public List<String> reasons() {
        if (verdict() == Verdict.PASS) {
            return List.of();
        }
        List<String> reasons = new ArrayList<>();
        control.ifPresent(shown -> reasons.addAll(shown.judgement().findings()));
        if (control.isEmpty()) {
            run.checks().stream()
                    .filter(outcome -> outcome.verdict() == verdict())
                    .map(RunResult::describe)
                    .forEach(reasons::add);
            trouble().ifPresent(reasons::add);
        }
        return reasons.isEmpty()
                ? List.of("no check was made")
                : reasons.stream()
                        .map(reason -> Text.printable(Text.onOneLine(reason)))
                        .toList();
    }

    /** What ended the play before its end, if anything did. */
    Optional<String> trouble() {
        return run.trouble().map(why -> "it did not get to its end: " + why);
    }

    /** Which of the gateway's faults met calls of the run, and how often, in one line; empty if none did. */
    Optional<String> faults() {
        String line = counts.faults().orElse(Map.of()).entrySet().stream()
                .map(fault -> fault.getKey() + " " + fault.getValue())
                .collect(Collectors.joining(", "));
        return Optional.of(line).filter(text -> !text.isEmpty());
    }

    static String describe(CheckOutcome outcome) {
        return outcome.check() + ": " + outcome.finding();
    }
}
