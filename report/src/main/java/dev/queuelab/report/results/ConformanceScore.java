package dev.queuelab.report.results;

import dev.queuelab.lab.run.ScenarioRun;
import dev.queuelab.scenarios.check.Table;
import dev.queuelab.scenarios.check.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How a consumer did in several scenarios, each played once or more often. */
public record ConformanceScore(List<ConformanceRow> rows) {
    private static final List<String> COLUMNS =
            List.of("scenario", "result", "checks held", "broken", "not judged", "why");

    public ConformanceScore {
        rows = List.copyOf(rows);
    }

    public static ConformanceScore of(List<ScenarioRun> runs) {
        return of(runs, Map.of());
    }

    /**
     * The score of these runs, a row for each scenario.
     *
     * @param notApplicable scenarios that were not played, with the reason
     */
    public static ConformanceScore of(List<ScenarioRun> runs, Map<String, String> notApplicable) {
        Map<String, List<ScenarioRun>> byScenario = new LinkedHashMap<>();
        runs.forEach(run -> byScenario
                .computeIfAbsent(run.scenario(), name -> new ArrayList<>())
                .add(run));
        List<ConformanceRow> rows = new ArrayList<>();
        byScenario.forEach((name, itsRuns) -> rows.add(new ConformanceRow(name, itsRuns, Optional.empty())));
        notApplicable.forEach((name, why) -> rows.add(new ConformanceRow(name, List.of(), Optional.of(why))));
        return new ConformanceScore(rows);
    }

    public long held() {
        return count(ConformanceRow.Result.HELD);
    }

    public long broken() {
        return count(ConformanceRow.Result.BROKEN);
    }

    public long count(ConformanceRow.Result result) {
        return rows.stream().filter(row -> row.result() == result).count();
    }

    /**
     * The worst that counts: FAIL if a requirement failed in any run, UNKNOWN if something that was asked for could not be
     * judged, or came out once so and once so, or if nothing was applicable.
     */
    public Verdict verdict() {
        if (rows.stream().anyMatch(ConformanceRow::isEverBroken)) {
            return Verdict.FAIL;
        }
        boolean open = count(ConformanceRow.Result.NOT_JUDGED) + count(ConformanceRow.Result.UNSTABLE) > 0;
        return open || held() == 0 ? Verdict.UNKNOWN : Verdict.PASS;
    }

    /** A row for each scenario. */
    public Table table() {
        return new Table(COLUMNS, rows.stream().map(ConformanceRow::cells).toList());
    }

    /** The score in one line. */
    public String line() {
        return held() + " of " + (held() + broken()) + " scenarios held"
                + more(ConformanceRow.Result.UNSTABLE, " unstable")
                + more(ConformanceRow.Result.NOT_JUDGED, " could not be judged")
                + more(ConformanceRow.Result.NOT_APPLICABLE, " not applicable");
    }

    private String more(ConformanceRow.Result result, String what) {
        return count(result) == 0 ? "" : ", " + count(result) + what;
    }
}
