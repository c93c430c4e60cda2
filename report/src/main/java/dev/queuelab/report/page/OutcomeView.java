package dev.queuelab.report.page;

import dev.queuelab.lab.runstore.ControlOutcome;
import dev.queuelab.lab.runstore.RunOutcome;
import dev.queuelab.lab.runstore.StoredRun;
import dev.queuelab.scenarios.check.Verdict;
import java.util.Optional;

/** How a run came out, as far as it did. */
record OutcomeView(
        Optional<Verdict> verdict,
        Optional<Double> seconds,
        Optional<String> trouble,
        Optional<ControlOutcome> control) {

    static OutcomeView of(StoredRun run) {
        Optional<RunOutcome> outcome = run.outcome();
        return new OutcomeView(
                outcome.map(RunOutcome::verdict),
                outcome.map(RunOutcome::seconds),
                outcome.flatMap(RunOutcome::trouble),
                outcome.flatMap(RunOutcome::controlJudgement));
    }
}
