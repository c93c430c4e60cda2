package dev.queuelab.report.results;

import dev.queuelab.core.toolbox.Text;
import dev.queuelab.scenarios.check.Table;
import dev.queuelab.scenarios.check.Verdict;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Results in GitHub's Markdown. */
public final class Markdown {
    private static final int LONGEST_IN_A_TABLE = 200;
    private static final int LONGEST = 1_000;

    private Markdown() {}

    /** What a job came to, for its page: what ran in a table, then the reasons of the runs that did not pass. */
    public static String summary(SuiteResults results) {
        return "### " + Escapes.forMarkdown(headline(results)) + "\n\n"
                + about(results)
                + table(ResultsTable.of(results, LONGEST_IN_A_TABLE))
                + reasons(results)
                + (isOfControls(results) ? matrix(results) : "");
    }

    /** Which protection is needed for what, and what each control showed. */
    public static String controls(SuiteResults results) {
        return "# " + Escapes.forMarkdown(headline(results)) + "\n\n" + about(results) + matrix(results)
                + reasons(results);
    }

    private static String headline(SuiteResults results) {
        return "Queue Lab, " + results.command() + ": " + results.count(Verdict.PASS) + " of "
                + results.planned().size() + (isOfControls(results) ? " controls broke what they must" : " passed");
    }

    private static boolean isOfControls(SuiteResults results) {
        return results.planned().stream().anyMatch(planned -> planned.control().isPresent());
    }

    private static String about(SuiteResults results) {
        String place = results.place()
                .map(known -> "On " + known.where() + ", seed " + known.seed() + "; ")
                .orElse("");
        return Escapes.forMarkdown(place + "version " + results.laboratory().version() + ", commit "
                        + results.laboratory().commit() + ".")
                + "\n\n";
    }

    private static String matrix(SuiteResults results) {
        List<RunResult> runs = results.runs();
        if (runs.isEmpty()) {
            return "";
        }
        return "**Which protection is needed for what.** A scenario without a protection *broke* the checks that stand for"
                + " it, as it must; *blind*: none failed; *other*: not all of them, or others; *skipped*: the environment"
                + " does not show what the protection stands against.\n\n"
                + table(ControlsMatrix.of(results).byScenarioWithChecks())
                + "**What held all the same**, and so does not rest on the protection.\n\n"
                + table(held(runs));
    }

    private static Table held(List<RunResult> runs) {
        return new Table(
                List.of("scenario", "control", "without", "held"),
                runs.stream()
                        .flatMap(run -> run.control().stream()
                                .map(proof -> List.of(
                                        run.run().scenario(),
                                        proof.control().name(),
                                        proof.control().protection(),
                                        String.join(", ", proof.held()))))
                        .toList());
    }

    private static String reasons(SuiteResults results) {
        Stream<String> ended = results.runs().stream()
                .filter(run -> run.verdict() != Verdict.PASS)
                .map(run -> item(run.verdict(), run.planned(), run.reasons()));
        Stream<String> missing = results.missing().stream()
                .map(planned -> item(
                        Verdict.UNKNOWN,
                        planned,
                        List.of("not run: " + results.trouble().orElse("the command did not get to its end"))));
        String list = Stream.concat(ended, missing).collect(Collectors.joining());
        return list.isEmpty() ? "" : list + "\n";
    }

    private static String item(Verdict verdict, PlannedRun planned, List<String> reasons) {
        return "- **" + verdict + " " + Escapes.forMarkdown(planned.title()) + "**\n"
                + reasons.stream()
                        .map(reason ->
                                "  - " + Escapes.forMarkdown(Text.truncate(Text.onOneLine(reason), LONGEST)) + "\n")
                        .collect(Collectors.joining());
    }

    private static String table(Table table) {
        Stream<String> head = Stream.of(
                row(table.columns()), "|" + "---|".repeat(table.columns().size()) + "\n");
        return Stream.concat(head, table.rows().stream().map(Markdown::row)).collect(Collectors.joining()) + "\n";
    }

    private static String row(List<String> cells) {
        return cells.stream().map(Escapes::forMarkdown).collect(Collectors.joining(" | ", "| ", " |\n"));
    }
}
