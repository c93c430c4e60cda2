package dev.queuelab.report.page;

import dev.queuelab.lab.runstore.RunInfo;
import dev.queuelab.lab.runstore.StepRecord;
import dev.queuelab.lab.runstore.StoredRun;
import dev.queuelab.scenarios.check.CheckOutcome;
import dev.queuelab.scenarios.check.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A check as a page shows it; a control must break those that its protection is for. */
record CheckView(String check, Verdict verdict, boolean mustBreak, List<String> findings) {

    /** A run's checks; of a run that was killed, those that were made before. */
    static List<CheckView> of(StoredRun run, Limits limits) {
        Set<String> mustBreak = run.info()
                .flatMap(RunInfo::control)
                .map(control -> control.breaks())
                .orElse(Set.of());
        List<CheckOutcome> made = run.outcome()
                .map(outcome -> outcome.checks())
                .orElseGet(() -> run.steps().stream()
                        .map(StepRecord::outcome)
                        .flatMap(Optional::stream)
                        .toList());
        return limits.firstAndLast("checks", made, Limits.MOST_ROWS).stream()
                .map(outcome -> new CheckView(
                        outcome.check(),
                        outcome.verdict(),
                        mustBreak.contains(outcome.check()),
                        outcome.findings().stream().map(Limits::text).toList()))
                .toList();
    }
}
