package dev.queuelab.report.results;

import dev.queuelab.core.toolbox.Text;
import dev.queuelab.scenarios.cases.Answerer;
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

    /**
     * The results of a job, for its page: a table of the runs, the faults that they met, then the reasons of those that did
     * not pass. It begins with a blank line and ends with a line feed, so that it can be appended to any text.
     */
    public static String summary(SuiteResults results) {
        return "\n\n### " + Escapes.forMarkdown(headline(results)) + "\n\n"
                + about(results)
                + table(ResultsTable.of(results, LONGEST_IN_A_TABLE))
                + cases(results)
                + faults(results)
                + reasons(results)
                + (isOfControls(results) ? matrix(results) : "");
    }

    /** Which protection each scenario needs, and what each control showed. */
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
        return "**Which protection each scenario needs.** A cell shows what happened without the protection: *broke*,"
                + " exactly the checks failed that depend on it, as they must; *blind*, no check failed; *other*, not all"
                + " of those checks failed, or others did; *skipped*, the environment does not show the failure that it"
                + " prevents; *unknown*, the run did not get to its end.\n\n"
                + table(ControlsMatrix.of(results).byScenarioWithChecks())
                + "**Checks that passed all the same**, and so do not depend on the protection.\n\n"
                + table(held(runs));
    }

    private static Table held(List<RunResult> runs) {
        return new Table(
                List.of("scenario", "control", "without", "held"),
                runs.stream()
                        .flatMap(run -> run.control().stream()
                                .map(shown -> List.of(
                                        run.run().scenario(),
                                        shown.control().name(),
                                        shown.control().protection(),
                                        String.join(", ", shown.held()))))
                        .toList());
    }

    /** A table for those who answer for cases, each. */
    private static String cases(SuiteResults results) {
        CaseScore score = results.cases();
        if (score.rows().isEmpty()) {
            return "";
        }
        return Escapes.forMarkdown(results.levels().line() + ".") + "\n\n"
                + Stream.of(Answerer.values())
                        .filter(answerer -> !score.of(answerer).rows().isEmpty())
                        .map(answerer -> "**What the " + answerer.label() + " answers for: "
                                + Escapes.forMarkdown(score.of(answerer).line()) + ".**\n\n"
                                + table(score.of(answerer).table()))
                        .collect(Collectors.joining());
    }

    private static String faults(SuiteResults results) {
        String list = results.runs().stream()
                .flatMap(run ->
                        run
                                .faults()
                                .map(line ->
                                        "- " + Escapes.forMarkdown(run.planned().title() + ": " + line) + "\n")
                                .stream())
                .collect(Collectors.joining());
        return list.isEmpty() ? "" : "**Faults of the gateway, and how many calls each met.**\n\n" + list + "\n";
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
