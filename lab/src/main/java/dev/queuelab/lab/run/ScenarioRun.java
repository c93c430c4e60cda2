package dev.queuelab.lab.run;

import dev.queuelab.scenarios.check.CheckOutcome;
import dev.queuelab.scenarios.check.Verdict;
import dev.queuelab.scenarios.kit.Control;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a run of a scenario came out.
 *
 * @param control what was taken out, if anything was
 * @param trouble what ended the play before its end, other than as the scenario intends
 */
public record ScenarioRun(
        String scenario,
        Optional<Control> control,
        List<CheckOutcome> checks,
        Optional<String> trouble,
        Duration took,
        Path folder) {

    public ScenarioRun {
        checks = List.copyOf(checks);
    }

    /** The worst of its checks; trouble makes it UNKNOWN at best. */
    public Verdict verdict() {
        return verdict(checks, trouble);
    }

    static Verdict verdict(List<CheckOutcome> checks, Optional<String> trouble) {
        Stream<Verdict> judged = checks.stream().map(CheckOutcome::verdict);
        return Verdict.worst(Stream.concat(judged, trouble.stream().map(why -> Verdict.UNKNOWN))
                .toList());
    }

    /** Names of the requirements that failed. */
    public Set<String> broken() {
        return checks.stream()
                .filter(outcome -> outcome.verdict() == Verdict.FAIL)
                .map(CheckOutcome::check)
                .collect(Collectors.toSet());
    }
}
