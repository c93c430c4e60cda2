package dev.queuelab.report.results;

import dev.queuelab.lab.runstore.BuildInfo;
import dev.queuelab.scenarios.check.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a command has run so far. Runs are known by their place among those that are planned, since one may be planned
 * twice, and several may be going on at once.
 *
 * @param command such as "run" or "controls"
 * @param place empty until it is known
 * @param planned all that it is to run, in the order asked for
 * @param begun places of those that have begun
 * @param ended those that have ended, by their places
 * @param trouble what ended the command before its end
 * @param plan the conformance cases that it is to judge
 */
public record SuiteResults(
        BuildInfo laboratory,
        String command,
        Instant begunAt,
        Duration took,
        Optional<RunLocation> place,
        List<PlannedRun> planned,
        Set<Integer> begun,
        SortedMap<Integer, RunResult> ended,
        Optional<String> trouble,
        CasePlan plan) {

    public SuiteResults {
        planned = List.copyOf(planned);
        begun = Set.copyOf(begun);
        ended = Collections.unmodifiableSortedMap(new TreeMap<>(ended));
    }

    /** Nothing has run yet. */
    public static SuiteResults begin(String command, List<PlannedRun> planned, Instant now) {
        return new SuiteResults(
                BuildInfo.read(),
                command,
                now,
                Duration.ZERO,
                Optional.empty(),
                planned,
                Set.of(),
                Collections.emptySortedMap(),
                Optional.empty(),
                CasePlan.NONE);
    }

    /** The command also judges these cases. */
    public SuiteResults judging(CasePlan cases) {
        return new SuiteResults(laboratory, command, begunAt, took, place, planned, begun, ended, trouble, cases);
    }

    public SuiteResults runningIn(RunLocation known) {
        return new SuiteResults(
                laboratory, command, begunAt, took, Optional.of(known), planned, begun, ended, trouble, plan);
    }

    /** The run at this place has begun. */
    public SuiteResults begun(int run) {
        Set<Integer> more = new HashSet<>(begun);
        more.add(run);
        return new SuiteResults(laboratory, command, begunAt, took, place, planned, more, ended, trouble, plan);
    }

    /** The run at this place has ended. */
    public SuiteResults ended(int run, RunResult result, Instant now) {
        SortedMap<Integer, RunResult> more = new TreeMap<>(ended);
        more.put(run, result);
        return new SuiteResults(
                laboratory,
                command,
                begunAt,
                Duration.between(begunAt, now),
                place,
                planned,
                begun,
                more,
                trouble,
                plan);
    }

    public SuiteResults endedBy(String why, Instant now) {
        return new SuiteResults(
                laboratory,
                command,
                begunAt,
                Duration.between(begunAt, now),
                place,
                planned,
                begun,
                ended,
                Optional.of(why),
                plan);
    }

    /** Those that have ended, in the order asked for, whichever ended first. */
    public List<RunResult> runs() {
        return List.copyOf(ended.values());
    }

    /** What was to run and has not, or not to its end. */
    public List<PlannedRun> missing() {
        return missingPlaces().map(planned::get).toList();
    }

    /**
     * Places of the runs that were cut off: those that have begun and not ended. A command that ended between two runs has
     * cut off the next one, so that there is one as long as any are missing.
     */
    public Set<Integer> cutOff() {
        Set<Integer> open = missingPlaces().filter(begun::contains).collect(Collectors.toSet());
        return open.isEmpty() ? missingPlaces().limit(1).collect(Collectors.toSet()) : open;
    }

    private Stream<Integer> missingPlaces() {
        return IntStream.range(0, planned.size()).boxed().filter(run -> !ended.containsKey(run));
    }

    /** The worst of its runs; UNKNOWN at best while any are missing. */
    public Verdict verdict() {
        Stream<Verdict> results = runs().stream().map(RunResult::verdict);
        Stream<Verdict> others = missing().stream().map(planned -> Verdict.UNKNOWN);
        return Verdict.worst(Stream.concat(results, others).toList());
    }

    /** What the plays so far say of the cases that the command is to judge. */
    public CaseScore cases() {
        return CaseScore.of(plan.cases(), runs().stream().map(RunResult::run).toList(), plan.notPlayed());
    }

    /** How well the consumer was known in the plays so far. */
    LevelsUsed levels() {
        return LevelsUsed.of(runs().stream().map(RunResult::run).toList());
    }

    public long count(Verdict verdict) {
        return runs().stream().filter(run -> run.verdict() == verdict).count();
    }
}
