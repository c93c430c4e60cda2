package dev.queuelab.report.results;

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

    /** What a job came to, for its page: what was played in a table, then what speaks against those that did not pass. */
    public static String summary(SuiteResults results) {
        return "### " + Text.forMarkdown(headline(results)) + "\n\n"
                + about(results)
                + table(ResultsTable.of(results, LONGEST_IN_A_TABLE))
                + reasons(results)
                + (isOfControls(results) ? matrix(results) : "");
    }

    /** Which protection is needed for what, and what each control showed. */
    public static String controls(SuiteResults results) {
        return "# " + Text.forMarkdown(headline(results)) + "\n\n" + about(results) + matrix(results)
                + reasons(results);
    }

    private static String headline(SuiteResults results) {
        return "Queue Lab, " + results.command() + ": " + results.count(Verdict.PASS) + " of "
                + results.planned().size() + (isOfControls(results) ? " controls broke what they must" : " passed");
    }

    private static boolean isOfControls(SuiteResults results) {
        return results.planned().stream().anyMatch(part -> part.control().isPresent());
    }

    private static String about(SuiteResults results) {
        String place = results.place()
                .map(known -> "On " + known.where() + ", seed " + known.seed() + "; ")
                .orElse("");
        return Text.forMarkdown(place + "version " + results.laboratory().version() + ", commit "
                        + results.laboratory().commit() + ".")
                + "\n\n";
    }

    private static String matrix(SuiteResults results) {
        List<RunResult> plays = results.plays();
        if (plays.isEmpty()) {
            return "";
        }
        return "**Which protection is needed for what.** A scenario without a protection *broke* the checks that stand for"
                + " it, as it must; *blind*: none failed; *other*: not all of them, or others; *skipped*: the environment"
                + " does not show what the protection stands against.\n\n"
                + table(ControlsMatrix.of(results).byScenarioWithChecks())
                + "**What held all the same**, and so does not rest on the protection.\n\n"
                + table(held(plays));
    }

    private static Table held(List<RunResult> plays) {
        return new Table(
                List.of("scenario", "control", "without", "held"),
                plays.stream()
                        .flatMap(play -> play.control().stream()
                                .map(proved -> List.of(
                                        play.play().scenario(),
                                        proved.control().name(),
                                        ControlResult.protection(proved.control()),
                                        String.join(", ", proved.held()))))
                        .toList());
    }

    private static String reasons(SuiteResults results) {
        Stream<String> played = results.plays().stream()
                .filter(play -> play.verdict() != Verdict.PASS)
                .map(play -> item(play.verdict(), play.part(), play.reasons()));
        Stream<String> missing = results.unplayed().stream()
                .map(part -> item(
                        Verdict.UNKNOWN,
                        part,
                        List.of("not played: " + results.trouble().orElse("the run did not get to its end"))));
        String list = Stream.concat(played, missing).collect(Collectors.joining());
        return list.isEmpty() ? "" : list + "\n";
    }

    private static String item(Verdict verdict, PlannedRun part, List<String> reasons) {
        return "- **" + verdict + " " + Text.forMarkdown(part.title()) + "**\n"
                + reasons.stream()
                        .map(reason -> "  - " + Text.forMarkdown(Text.cut(Text.onOneLine(reason), LONGEST)) + "\n")
                        .collect(Collectors.joining());
    }

    private static String table(Table table) {
        Stream<String> head = Stream.of(
                row(table.columns()), "|" + "---|".repeat(table.columns().size()) + "\n");
        return Stream.concat(head, table.rows().stream().map(Markdown::row)).collect(Collectors.joining()) + "\n";
    }

    private static String row(List<String> cells) {
        return cells.stream().map(Text::forMarkdown).collect(Collectors.joining(" | ", "| ", " |\n"));
    }
}
