package dev.queuelab.report.matrix;

import dev.queuelab.report.matrix.Cell.Result;
import dev.queuelab.report.results.Escapes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The matrix as a page: how each library fares, what its users reported, and all cases. */
final class MatrixPage {
    private static final String INTRODUCTION = """
            # How well-known libraries fare

            `make conformance` plays each adapter of [conformance/](../conformance/README.md) and writes this page; no cell is written
            by hand. An adapter is as thin as the first example of its library's own documentation; *hardened* is the same with what
            that documentation recommends besides. What is broken is so at those settings: the page of each column has the facts,
            message by message, and the command by which anybody can see them again.

            """;

    private static final String CASES = """

            ## By case

            ✓ held · ✗ broken · ± held in some plays and not in others · ? not judged · – not applicable. The numbers are those of the
            table above. `runner.jar cases ID` says what a case asks for, and by which source.

            """;

    private final ConformanceMatrix matrix;

    private MatrixPage(ConformanceMatrix matrix) {
        this.matrix = matrix;
    }

    static String of(ConformanceMatrix matrix) {
        MatrixPage page = new MatrixPage(matrix);
        return INTRODUCTION + page.columns() + page.reports() + CASES + page.cases();
    }

    private String columns() {
        List<String> lines = new ArrayList<>(head("", "Library", "Held", "Broken", "Not judged", "Not applicable"));
        int number = 0;
        for (Map.Entry<Column, ColumnResults> one : matrix.columns().entrySet()) {
            ColumnResults results = one.getValue();
            lines.add(row(
                    Integer.toString(++number),
                    link(Escapes.forMarkdown(one.getKey().title()), one.getKey().page()),
                    Long.toString(results.count(Result.HELD)),
                    broken(one.getKey(), results),
                    Long.toString(results.count(Result.NOT_JUDGED)),
                    Long.toString(results.count(Result.NOT_APPLICABLE))));
        }
        return text(lines);
    }

    /** How many cases, and each by its name. */
    private static String broken(Column column, ColumnResults results) {
        List<String> cases = results.cells().entrySet().stream()
                .filter(cell -> cell.getValue().result() == Result.BROKEN
                        || cell.getValue().result() == Result.UNSTABLE)
                .map(cell -> link("`" + cell.getKey() + "`", column.factsOf(cell.getKey())))
                .toList();
        return cases.isEmpty() ? "0" : "**" + cases.size() + "**: " + String.join(", ", cases);
    }

    private String reports() {
        List<String> rows = matrix.columns().keySet().stream()
                .map(Column::adapter)
                .distinct()
                .flatMap(adapter -> adapter.reports().stream()
                        .flatMap(report -> report.rows().stream().map(name -> report(adapter, report, name))))
                .toList();
        if (rows.isEmpty()) {
            return "";
        }
        List<String> lines = new ArrayList<>(
                head("Library", "What its users reported", "Case", "Seen here", "In its other columns"));
        lines.addAll(rows);
        return "\n## What users reported, and what was seen\n\n" + text(lines);
    }

    private String report(Adapter adapter, Adapter.Report report, String name) {
        return row(
                Escapes.forMarkdown(adapter.library() + " " + adapter.version()),
                link(Escapes.forMarkdown(report.says()), report.address()),
                "`" + name + "`",
                results(name, column -> column.isAbout(adapter, report)),
                results(
                        name,
                        column -> column.adapter().library().equals(adapter.library())
                                && !column.isAbout(adapter, report)));
    }

    /** How some columns fare in a case. */
    private String results(String name, Predicate<Column> which) {
        return matrix.columns().entrySet().stream()
                .filter(column -> which.test(column.getKey()))
                .flatMap(column -> Stream.ofNullable(column.getValue().cells().get(name))
                        .map(cell -> Escapes.forMarkdown(column.getKey().settingsTitle()) + ": "
                                + link(bold(cell), column.getKey().factsOf(name))))
                .collect(Collectors.joining("; "));
    }

    private static String bold(Cell cell) {
        return cell.result() == Result.BROKEN
                ? "**" + cell.result().words() + "**"
                : cell.result().words();
    }

    private String cases() {
        List<String> titles = new ArrayList<>(List.of("Case"));
        int number = 0;
        for (Column column : matrix.columns().keySet()) {
            titles.add(link(Integer.toString(++number), column.page()));
        }
        List<String> lines = new ArrayList<>(head(titles.toArray(String[]::new)));
        for (String name : matrix.rows()) {
            StringJoiner cells = new StringJoiner(" | ", "| `" + name + "` | ", " |");
            matrix.columns()
                    .forEach((column, results) ->
                            cells.add(Optional.ofNullable(results.cells().get(name))
                                    .map(cell -> cell(column, name, cell))
                                    .orElse("")));
            lines.add(cells.toString());
        }
        return text(lines);
    }

    /** What did not hold links to its facts; what held has none, and what is not applicable is listed by column. */
    private static String cell(Column column, String name, Cell cell) {
        String sign = cell.result().sign();
        return cell.result() == Result.HELD || cell.result() == Result.NOT_APPLICABLE
                ? sign
                : link(sign, column.factsOf(name));
    }

    private static String link(String text, String target) {
        return "[" + text + "](" + target + ")";
    }

    private static List<String> head(String... titles) {
        return List.of(row(titles), "|" + "---|".repeat(titles.length));
    }

    private static String row(String... cells) {
        return "| " + String.join(" | ", cells) + " |";
    }

    private static String text(List<String> lines) {
        return String.join("\n", lines) + "\n";
    }
}
