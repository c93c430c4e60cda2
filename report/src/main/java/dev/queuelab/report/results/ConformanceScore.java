package dev.queuelab.report.results;

import dev.queuelab.core.toolbox.Text;
import dev.queuelab.lab.run.ScenarioRun;
import dev.queuelab.scenarios.check.CheckOutcome;
import dev.queuelab.scenarios.check.Table;
import dev.queuelab.scenarios.check.Verdict;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How a consumer did in several runs. A scenario held if its run passed, is broken if a check failed, and otherwise was
 * not judged. One that held may have checks that were not judged; the table says how many.
 */
public record ConformanceScore(List<ScenarioRun> runs) {
    private static final List<String> COLUMNS =
            List.of("scenario", "result", "checks held", "broken", "not judged", "why");
    private static final int MOST_OF_A_REASON = 150;

    public static ConformanceScore of(List<ScenarioRun> runs) {
        return new ConformanceScore(List.copyOf(runs));
    }

    public long held() {
        return count(Verdict.PASS);
    }

    public long broken() {
        return count(Verdict.FAIL);
    }

    private long count(Verdict verdict) {
        return runs.stream().filter(run -> run.verdict() == verdict).count();
    }

    /** A row for each scenario. */
    public Table table() {
        return new Table(COLUMNS, runs.stream().map(ConformanceScore::row).toList());
    }

    /** The score in one line. */
    public String line() {
        long judged = held() + broken();
        long unjudged = runs.size() - judged;
        return held() + " of " + judged + " scenarios held"
                + (unjudged == 0 ? "" : ", and " + unjudged + " could not be judged");
    }

    private static List<String> row(ScenarioRun run) {
        return List.of(
                run.scenario(),
                word(run.verdict()),
                Long.toString(checks(run, Verdict.PASS)),
                Long.toString(checks(run, Verdict.FAIL)),
                Long.toString(checks(run, Verdict.UNKNOWN) + checks(run, Verdict.SKIP)),
                why(run));
    }

    private static long checks(ScenarioRun run, Verdict verdict) {
        return run.checks().stream()
                .filter(outcome -> outcome.verdict() == verdict)
                .count();
    }

    private static String word(Verdict verdict) {
        return switch (verdict) {
            case PASS -> "held";
            case FAIL -> "BROKEN";
            case UNKNOWN, SKIP -> "not judged";
        };
    }

    private static String why(ScenarioRun run) {
        return switch (run.verdict()) {
            case PASS -> "";
            case FAIL -> String.join(", ", run.broken().stream().sorted().toList());
            case UNKNOWN, SKIP ->
                run.trouble()
                        .map(ConformanceScore::firstLine)
                        .orElseGet(() -> run.checks().stream()
                                .filter(outcome -> outcome.verdict() == run.verdict())
                                .map(CheckOutcome::check)
                                .collect(Collectors.joining(", ")));
        };
    }

    private static String firstLine(String text) {
        String line = text.lines().findFirst().orElse("");
        return Text.truncate(Text.printable(line), MOST_OF_A_REASON);
    }
}
