package dev.queuelab.runner.cli;

import dev.queuelab.report.results.ControlResult;
import dev.queuelab.report.results.ControlsMatrix;
import dev.queuelab.report.results.RunResult;
import dev.queuelab.report.results.ResultsTable;
import dev.queuelab.report.results.SuiteResults;
import dev.queuelab.scenarios.check.Verdict;
import java.io.PrintWriter;
import java.util.List;

/** Tells on the terminal, at the end, what all plays of a command came to. */
final class SuiteConsole {
    private static final int LONGEST_FINDING = 60;

    /** A matrix that is wider is told as a list. */
    private static final int WIDEST = 100;

    private SuiteConsole() {}

    static void tellRun(SuiteResults results, PrintWriter out) {
        out.println();
        List<String> lines = TextTable.lines(ResultsTable.of(results, LONGEST_FINDING));
        out.println(lines.get(0));
        for (int play = 0; play < results.plays().size(); play++) {
            Verdict verdict = results.plays().get(play).verdict();
            // Names of scenarios are in small letters, so that the first such word is the verdict.
            out.println(lines.get(play + 1).replaceFirst(verdict.name(), Console.word(verdict, 0)));
        }
        out.println(results.count(Verdict.PASS) + " of " + results.plays().size() + " scenarios passed");
    }

    static void tellControls(SuiteResults results, PrintWriter out) {
        out.println();
        results.plays().forEach(play -> out.println(line(play)));
        out.println();
        ControlsMatrix matrix = ControlsMatrix.of(results);
        List<String> lines = TextTable.lines(matrix.byScenario());
        boolean fits = lines.stream().allMatch(line -> line.length() <= WIDEST);
        (fits ? lines : TextTable.lines(matrix.byProtection())).forEach(out::println);
    }

    /** A control's line: its verdict, and what it rests on. */
    static String line(RunResult play) {
        ControlResult proved = play.control().orElseThrow();
        return Console.word(play.verdict(), 7) + " " + play.play().scenario() + ", control "
                + proved.control().name() + ": "
                + String.join("; ", proved.judgement().findings());
    }
}
