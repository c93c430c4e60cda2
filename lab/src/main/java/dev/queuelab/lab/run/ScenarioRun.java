package dev.queuelab.lab.run;

import dev.queuelab.scenarios.check.Check;
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
 * How a story's play came out.
 *
 * @param control what was taken out, if anything was
 * @param trouble what ended the play before its end, other than by the story's intent
 */
public record ScenarioRun(
        String scenario,
        Optional<Control> control,
        List<Check.Result> results,
        Optional<String> trouble,
        Duration took,
        Path folder) {

    /** The worst of its checks; trouble makes it UNKNOWN at best. */
    public Verdict verdict() {
        Stream<Verdict> checks = results.stream().map(Check.Result::verdict);
        Stream<Verdict> ending = trouble.stream().map(why -> Verdict.UNKNOWN);
        return Verdict.worst(Stream.concat(checks, ending).toList());
    }

    /** Names of the checks that failed. */
    public Set<String> broken() {
        return results.stream()
                .filter(result -> result.verdict() == Verdict.FAIL)
                .map(Check.Result::check)
                .collect(Collectors.toSet());
    }
}
