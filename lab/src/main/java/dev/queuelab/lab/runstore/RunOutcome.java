package dev.queuelab.lab.runstore;

import dev.queuelab.scenarios.check.CheckOutcome;
import dev.queuelab.scenarios.check.Verdict;
import java.util.List;
import java.util.Optional;

/**
 * How a run came out. With the run's {@link RunInfo} it is {@code verdict.json}, written at the run's end; a run without
 * one was killed, or is not over.
 *
 * @param seconds that it took
 * @param trouble what ended the play before its end, other than as the scenario intends
 * @param controlJudgement what the run shows as a control, if it is one
 */
public record RunOutcome(
        Verdict verdict,
        double seconds,
        Optional<String> trouble,
        Optional<ControlOutcome> controlJudgement,
        List<CheckOutcome> checks) {

    public RunOutcome {
        checks = List.copyOf(checks);
    }
}
