package dev.queuelab.report.results;

import dev.queuelab.scenarios.check.Table;
import java.util.List;
import java.util.Locale;

/** What was played, a line a play. */
public final class ResultsTable {
    private static final List<String> COLUMNS =
            List.of("scenario", "verdict", "seconds", "messages", "redeliveries", "effects", "findings");

    private ResultsTable() {}

    /**
     * The table of these results.
     *
     * @param longestFinding characters of the first finding that speaks against a play; more are cut
     */
    public static Table of(SuiteResults results, int longestFinding) {
        return new Table(
                COLUMNS,
                results.plays().stream().map(play -> row(play, longestFinding)).toList());
    }

    private static List<String> row(RunResult result, int longestFinding) {
        Counts counts = result.counts();
        return List.of(
                result.part().title(),
                result.verdict().name(),
                String.format(Locale.ROOT, "%.1f", result.play().took().toMillis() / 1000.0),
                Long.toString(counts.messages()),
                Long.toString(counts.redeliveries()),
                Long.toString(counts.effects()),
                result.reasons().stream()
                        .findFirst()
                        .map(reason -> Text.cut(reason, longestFinding))
                        .orElse(""));
    }
}
