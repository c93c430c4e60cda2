package dev.queuelab.report.results;

import dev.queuelab.lab.runstore.BuildInfo;
import dev.queuelab.scenarios.check.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a command has played so far.
 *
 * @param command such as "run" or "controls"
 * @param place empty until it is known
 * @param planned all that it is to play, in that order
 * @param plays as many of them as have ended
 * @param trouble what ended the command before its end
 */
public record SuiteResults(
        BuildInfo laboratory,
        String command,
        Instant begun,
        Duration took,
        Optional<RunLocation> place,
        List<PlannedRun> planned,
        List<RunResult> plays,
        Optional<String> trouble) {

    public SuiteResults {
        planned = List.copyOf(planned);
        plays = List.copyOf(plays);
    }

    /** Nothing is played yet. */
    public static SuiteResults begin(String command, List<PlannedRun> planned, Instant now) {
        return new SuiteResults(
                BuildInfo.read(), command, now, Duration.ZERO, Optional.empty(), planned, List.of(), Optional.empty());
    }

    public SuiteResults playedAt(RunLocation known) {
        return new SuiteResults(laboratory, command, begun, took, Optional.of(known), planned, plays, trouble);
    }

    public SuiteResults and(RunResult play, Instant now) {
        List<RunResult> more = Stream.concat(plays.stream(), Stream.of(play)).toList();
        return new SuiteResults(
                laboratory, command, begun, Duration.between(begun, now), place, planned, more, trouble);
    }

    public SuiteResults endedBy(String why, Instant now) {
        return new SuiteResults(
                laboratory, command, begun, Duration.between(begun, now), place, planned, plays, Optional.of(why));
    }

    /** The play that ended last; there must be one. */
    public RunResult last() {
        return plays.get(plays.size() - 1);
    }

    /** What was to be played and has not been, or not to its end. */
    public List<PlannedRun> unplayed() {
        return planned.subList(Math.min(plays.size(), planned.size()), planned.size());
    }

    /** The worst of its plays; UNKNOWN at best while any are missing. */
    public Verdict verdict() {
        Stream<Verdict> played = plays.stream().map(RunResult::verdict);
        Stream<Verdict> missing = unplayed().stream().map(part -> Verdict.UNKNOWN);
        return Verdict.worst(Stream.concat(played, missing).toList());
    }

    public long count(Verdict verdict) {
        return plays.stream().filter(play -> play.verdict() == verdict).count();
    }
}
