package dev.queuelab.runner.cli;

import dev.queuelab.lab.run.ScenarioRun;
import dev.queuelab.report.results.CaseScore;
import dev.queuelab.report.results.ConformanceScore;
import dev.queuelab.report.results.LevelsUsed;
import dev.queuelab.scenarios.cases.Answerer;
import dev.queuelab.scenarios.check.Verdict;
import java.io.PrintWriter;
import java.util.List;

/** Shows at the end how a consumer did: by play, by case, and each accusation with its facts. */
final class ConformanceConsole {
    private ConformanceConsole() {}

    static void print(List<ScenarioRun> runs, ConformanceScore plays, CaseScore cases, PrintWriter out) {
        out.println();
        TextTable.lines(plays.table()).forEach(out::println);
        for (Answerer answerer : Answerer.values()) {
            CaseScore part = cases.of(answerer);
            if (!part.rows().isEmpty()) {
                out.println();
                out.println("What the " + answerer.label() + " answers for: " + part.line());
                TextTable.lines(part.table()).forEach(out::println);
            }
        }
        runs.stream()
                .filter(run -> run.verdict() == Verdict.FAIL)
                .forEach(run -> Accusation.lines(run, cases.brokenIn(run)).forEach(out::println));
        out.println();
        out.println(LevelsUsed.of(runs).line());
        out.println(plays.line());
        out.println(cases.line());
    }
}
