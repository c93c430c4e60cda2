package dev.queuelab.report.results;

import dev.queuelab.core.toolbox.Text;
import dev.queuelab.lab.run.ScenarioRun;
import dev.queuelab.report.results.ConformanceRow.Result;
import dev.queuelab.scenarios.cases.ConformanceCase;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * How a consumer did in one case, over all plays that judge it.
 *
 * @param runs those plays
 * @param notPlayed why there are none
 */
public record CaseRow(ConformanceCase about, List<ScenarioRun> runs, Optional<String> notPlayed) {
    private static final int MOST_OF_A_REASON = 160;

    /** A case of every play is accused of one play, whatever it holds in others. */
    private static final List<Result> OF_ALL_PLAYS =
            List.of(Result.BROKEN, Result.UNSTABLE, Result.HELD, Result.NOT_JUDGED, Result.NOT_APPLICABLE);

    public CaseRow {
        runs = List.copyOf(runs);
    }

    /** By scenario, what its plays say together. */
    private Map<String, Result> byScenario() {
        Map<String, Set<Result>> results = new LinkedHashMap<>();
        runs.forEach(run -> results.computeIfAbsent(run.scenario(), name -> new TreeSet<>())
                .add(CaseVerdict.of(about, run).result()));
        Map<String, Result> together = new LinkedHashMap<>();
        results.forEach((name, all) ->
                together.put(name, all.size() == 1 ? all.iterator().next() : Result.UNSTABLE));
        return together;
    }

    /** What the case comes to. */
    public Result result() {
        return notPlayed.isPresent()
                ? Result.NOT_APPLICABLE
                : byScenario().values().stream()
                        .min(Comparator.comparing(OF_ALL_PLAYS::indexOf))
                        .orElse(Result.NOT_JUDGED);
    }

    boolean isEverBroken() {
        return runs.stream().anyMatch(run -> CaseVerdict.of(about, run).result() == Result.BROKEN);
    }

    /** The play that the result rests on; empty if there is none. */
    public Optional<ScenarioRun> evidence() {
        Result result = result();
        Set<String> scenarios = byScenario().entrySet().stream()
                .filter(entry -> entry.getValue() == result)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        return runs.stream()
                .filter(run -> scenarios.contains(run.scenario()))
                .min(Comparator.comparing(
                        run -> OF_ALL_PLAYS.indexOf(CaseVerdict.of(about, run).result())));
    }

    /** Why it is so, in one line; empty text if it held. */
    public String why() {
        String why = notPlayed.orElseGet(() -> evidence()
                .map(run -> (result() == Result.UNSTABLE ? "differs between plays; " : "")
                        + CaseVerdict.of(about, run).why())
                .orElse("no play judged it"));
        return Text.printable(Text.onOneLine(why));
    }

    /** What the broken checks behind the result found, the calls of a message in order, a line each; empty if none broke. */
    List<String> facts() {
        return evidence().map(run -> CaseVerdict.facts(about, run)).orElse(List.of());
    }

    /** The folders of the plays that judged it. */
    public List<Path> folders() {
        return runs.stream().map(ScenarioRun::folder).filter(Objects::nonNull).toList();
    }

    /** The cells of the row. */
    List<String> cells() {
        return List.of(
                about.id(),
                result().word(),
                about.severity().label(),
                about.level().label(),
                Text.truncate(why(), MOST_OF_A_REASON));
    }
}
