package dev.queuelab.report.results;

import dev.queuelab.lab.runstore.BuildInfo;
import dev.queuelab.scenarios.check.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a command has run so far.
 *
 * @param command such as "run" or "controls"
 * @param place empty until it is known
 * @param planned all that it is to run, in that order
 * @param runs those that have ended
 * @param trouble what ended the command before its end
 */
public record SuiteResults(
        BuildInfo laboratory,
        String command,
        Instant begun,
        Duration took,
        Optional<RunLocation> place,
        List<PlannedRun> planned,
        List<RunResult> runs,
        Optional<String> trouble) {

    public SuiteResults {
        planned = List.copyOf(planned);
        runs = List.copyOf(runs);
    }

    /** Nothing has run yet. */
    public static SuiteResults begin(String command, List<PlannedRun> planned, Instant now) {
        return new SuiteResults(
                BuildInfo.read(), command, now, Duration.ZERO, Optional.empty(), planned, List.of(), Optional.empty());
    }

    public SuiteResults runningIn(RunLocation known) {
        return new SuiteResults(laboratory, command, begun, took, Optional.of(known), planned, runs, trouble);
    }

    public SuiteResults and(RunResult run, Instant now) {
        List<RunResult> more = Stream.concat(runs.stream(), Stream.of(run)).toList();
        return new SuiteResults(
                laboratory, command, begun, Duration.between(begun, now), place, planned, more, trouble);
    }

    public SuiteResults endedBy(String why, Instant now) {
        return new SuiteResults(
                laboratory, command, begun, Duration.between(begun, now), place, planned, runs, Optional.of(why));
    }

    /** The run that ended last; there must be one. */
    public RunResult last() {
        return runs.get(runs.size() - 1);
    }

    /** What was to run and has not, or not to its end. */
    public List<PlannedRun> missing() {
        return planned.subList(Math.min(runs.size(), planned.size()), planned.size());
    }

    /** The worst of its runs; UNKNOWN at best while any are missing. */
    public Verdict verdict() {
        Stream<Verdict> ended = runs.stream().map(RunResult::verdict);
        Stream<Verdict> others = missing().stream().map(planned -> Verdict.UNKNOWN);
        return Verdict.worst(Stream.concat(ended, others).toList());
    }

    public long count(Verdict verdict) {
        return runs.stream().filter(run -> run.verdict() == verdict).count();
    }
}
