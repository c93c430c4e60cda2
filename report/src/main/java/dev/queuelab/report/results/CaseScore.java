package dev.queuelab.report.results;

import dev.queuelab.lab.run.ScenarioRun;
import dev.queuelab.report.results.ConformanceRow.Result;
import dev.queuelab.scenarios.cases.Answerer;
import dev.queuelab.scenarios.cases.ConformanceCase;
import dev.queuelab.scenarios.check.Table;
import dev.queuelab.scenarios.check.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How a consumer did by case: what its library answers for, and what its application does. */
public record CaseScore(List<CaseRow> rows) {
    private static final List<String> COLUMNS = List.of("case", "result", "severity", "level", "why");

    public CaseScore {
        rows = List.copyOf(rows);
    }

    /**
     * The score in these cases.
     *
     * @param notPlayed scenarios that were left out, with the reason
     */
    public static CaseScore of(List<ConformanceCase> cases, List<ScenarioRun> runs, Map<String, String> notPlayed) {
        return new CaseScore(cases.stream()
                .map(one -> new CaseRow(
                        one,
                        runs.stream()
                                .filter(run -> CaseVerdict.concerns(one, run))
                                .toList(),
                        one.scenario().flatMap(name -> Optional.ofNullable(notPlayed.get(name)))))
                .filter(row -> !row.runs().isEmpty()
                        || row.notPlayed().isPresent()
                        || row.about().scenario().isPresent())
                .toList());
    }

    /** The cases that are answered for so. */
    public CaseScore of(Answerer answerer) {
        return new CaseScore(
                rows.stream().filter(row -> row.about().answers() == answerer).toList());
    }

    public long count(Result result) {
        return rows.stream().filter(row -> row.result() == result).count();
    }

    /** Ids of the cases that this play says are broken. */
    public List<String> brokenIn(ScenarioRun run) {
        return rows.stream()
                .filter(row -> row.runs().contains(run)
                        && CaseVerdict.of(row.about(), run).result() == Result.BROKEN)
                .map(row -> row.about().id())
                .toList();
    }

    /** Cases that fail a build: those broken, and those that differ between plays. */
    long failures() {
        return count(Result.BROKEN) + count(Result.UNSTABLE);
    }

    /** Cases of which nothing is known. */
    long errors() {
        return count(Result.NOT_JUDGED);
    }

    /** A row for each case. */
    public Table table() {
        return new Table(COLUMNS, rows.stream().map(CaseRow::cells).toList());
    }

    /** The worst that counts: as {@link ConformanceScore#verdict()}, of cases. */
    public Verdict verdict() {
        if (rows.stream().anyMatch(CaseRow::isEverBroken)) {
            return Verdict.FAIL;
        }
        boolean open = count(Result.NOT_JUDGED) + count(Result.UNSTABLE) > 0;
        return open || count(Result.HELD) == 0 ? Verdict.UNKNOWN : Verdict.PASS;
    }

    /** The score in one line. */
    public String line() {
        return count(Result.HELD) + " of " + (count(Result.HELD) + count(Result.BROKEN)) + " cases held"
                + more(Result.UNSTABLE, " unstable")
                + more(Result.NOT_JUDGED, " not judged")
                + more(Result.NOT_APPLICABLE, " not applicable");
    }

    private String more(Result result, String what) {
        return count(result) == 0 ? "" : ", " + count(result) + what;
    }
}
