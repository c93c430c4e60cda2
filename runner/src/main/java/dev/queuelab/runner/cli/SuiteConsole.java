package dev.queuelab.runner.cli;

import dev.queuelab.core.toolbox.Seconds;
import dev.queuelab.report.results.ControlResult;
import dev.queuelab.report.results.ControlsMatrix;
import dev.queuelab.report.results.ResultsTable;
import dev.queuelab.report.results.RunResult;
import dev.queuelab.report.results.SuiteResults;
import dev.queuelab.scenarios.check.Verdict;
import java.io.PrintWriter;
import java.util.List;

/** Shows on the terminal, at the end, what all runs of a command came to. */
final class SuiteConsole {
    private static final int LONGEST_FINDING = 60;

    /** A matrix that is wider is shown as a list. */
    private static final int WIDEST = 100;

    private SuiteConsole() {}

    /** @param jobs how many runs may have gone on side by side */
    static void printRun(SuiteResults results, int jobs, PrintWriter out) {
        out.println();
        List<String> lines = TextTable.lines(ResultsTable.of(results, LONGEST_FINDING));
        out.println(lines.get(0));
        for (int run = 0; run < results.runs().size(); run++) {
            Verdict verdict = results.runs().get(run).verdict();
            // Names of scenarios are in small letters, so that the first such word is the verdict.
            out.println(lines.get(run + 1).replaceFirst(verdict.name(), Console.word(verdict, 0)));
        }
        out.println(results.count(Verdict.PASS) + " of " + results.runs().size() + " scenarios passed"
                + (jobs == 1 ? "" : " in " + Seconds.format(results.took()) + " s, up to " + jobs + " at a time"));
    }

    static void printControls(SuiteResults results, PrintWriter out) {
        out.println();
        results.runs().forEach(run -> out.println(line(run)));
        out.println();
        ControlsMatrix matrix = ControlsMatrix.of(results);
        List<String> lines = TextTable.lines(matrix.byScenario());
        boolean fits = lines.stream().allMatch(line -> line.length() <= WIDEST);
        (fits ? lines : TextTable.lines(matrix.byProtection())).forEach(out::println);
    }

    /** A control's line: its verdict, and what it rests on. */
    static String line(RunResult result) {
        ControlResult control = result.control().orElseThrow();
        return Console.word(result.verdict(), 7) + " " + result.run().scenario() + ", control "
                + control.control().name() + ": " + control.judgement().finding();
    }
}
