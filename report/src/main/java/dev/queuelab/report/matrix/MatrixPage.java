package dev.queuelab.report.matrix;

import dev.queuelab.core.toolbox.Text;
import dev.queuelab.report.results.Escapes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The matrix as a page: a table whose cells link to their facts, then the facts of each column. */
final class MatrixPage {
    private static final int MOST_FACTS = 6;
    private static final int LONGEST_FACT = 400;

    private MatrixPage() {}

    static String of(ConformanceMatrix matrix) {
        StringBuilder page = new StringBuilder(INTRODUCTION);
        page.append(table(matrix));
        matrix.columns().forEach((column, results) -> page.append(column(column, results)));
        return page.toString();
    }

    private static final String INTRODUCTION = """
            # How well-known libraries fare

            `make conformance` plays each adapter of [conformance/](../conformance/README.md) and writes this page; no cell is written
            by hand. An adapter is as thin as its library's own documentation. *Default* is what the library does unless told
            otherwise; *hardened* has what its documentation recommends. A cell links to its facts, and **R** to what users of that
            version have reported in public.

            | Result | Meaning |
            |---|---|
            | held | all requirements hold |
            | **broken** | a requirement is broken; the facts name the messages and their calls |
            | unstable | it was played several times, and the results differ |
            | not judged | it could not be observed, or what the scenario provokes did not come about |
            | not applicable | the program lacks what the scenario needs |

            """;

    private static String table(ConformanceMatrix matrix) {
        List<String> lines = new ArrayList<>();
        List<String> head = new ArrayList<>(List.of(""));
        matrix.columns().keySet().forEach(column -> head.add(link(column.id(), Escapes.forMarkdown(column.title()))));
        lines.add(row(head));
        lines.add("|" + "---|".repeat(head.size()));
        for (String row : matrix.rows()) {
            List<String> cells = new ArrayList<>(List.of("`" + row + "`"));
            matrix.columns()
                    .forEach((column, results) ->
                            cells.add(Optional.ofNullable(results.cells().get(row))
                                    .map(cell -> cell(column, row, cell))
                                    .orElse("")));
            lines.add(row(cells));
        }
        return String.join("\n", lines) + "\n";
    }

    private static String cell(Column column, String row, Cell cell) {
        String word = cell.result() == Cell.Result.BROKEN
                ? "**" + cell.result().word() + "**"
                : cell.result().word();
        String reports = column.reports(row).stream()
                .map(report -> " [**R**](" + report.address() + ")")
                .collect(Collectors.joining());
        return link(anchor(column, row), word) + reports;
    }

    private static String column(Column column, ColumnResults results) {
        StringBuilder text = new StringBuilder("\n## <a id=\"" + column.id() + "\"></a>"
                + Escapes.forMarkdown(column.title()) + "\n\n" + Escapes.forMarkdown(column.settings())
                + " Played with `--consumer-cmd \"" + column.command() + "\" --seed " + results.seed() + "`, by commit "
                + results.laboratory().commit() + ".\n\n");
        results.cells().forEach((row, cell) -> text.append(facts(column, row, cell)));
        return text.toString();
    }

    private static String facts(Column column, String row, Cell cell) {
        StringBuilder text = new StringBuilder("- <a id=\"" + anchor(column, row) + "\"></a>`" + row + "`: "
                + cell.result().word() + "\n");
        column.reports(row)
                .forEach(report -> text.append(
                        "  - reported: " + Escapes.forMarkdown(report.says()) + " (" + report.address() + ")\n"));
        cell.facts().stream()
                .limit(MOST_FACTS)
                .forEach(fact -> text.append("  - " + Escapes.forMarkdown(Text.truncate(fact, LONGEST_FACT)) + "\n"));
        return text.toString();
    }

    private static String anchor(Column column, String row) {
        return column.id() + "--" + row.replace('/', '-');
    }

    private static String link(String anchor, String text) {
        return "[" + text + "](#" + anchor + ")";
    }

    private static String row(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |";
    }
}
