package dev.queuelab.report.results;

import dev.queuelab.core.toolbox.Seconds;
import dev.queuelab.core.toolbox.Text;
import dev.queuelab.report.analysis.RunCounts;
import dev.queuelab.scenarios.check.Table;
import java.util.List;

/** The runs of a command, one a row. */
public final class ResultsTable {
    private static final List<String> COLUMNS =
            List.of("scenario", "verdict", "seconds", "messages", "redeliveries", "effects", "findings");

    private ResultsTable() {}

    /**
     * The table of these results.
     *
     * @param longestFinding how many characters of the first reason for a verdict are shown
     */
    public static Table of(SuiteResults results, int longestFinding) {
        return new Table(
                COLUMNS,
                results.runs().stream().map(run -> row(run, longestFinding)).toList());
    }

    private static List<String> row(RunResult result, int longestFinding) {
        RunCounts counts = result.counts();
        return List.of(
                result.planned().title(),
                result.verdict().name(),
                Seconds.format(result.run().took()),
                Long.toString(counts.messages()),
                Long.toString(counts.redeliveries()),
                Long.toString(counts.effects()),
                result.reasons().stream()
                        .findFirst()
                        .map(reason -> Text.truncate(reason, longestFinding))
                        .orElse(""));
    }
}
