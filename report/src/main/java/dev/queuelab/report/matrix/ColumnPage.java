package dev.queuelab.report.matrix;

import dev.queuelab.core.toolbox.Text;
import dev.queuelab.report.matrix.Cell.Result;
import dev.queuelab.report.results.Escapes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The facts of one column, case by case: what is broken first. */
final class ColumnPage {
    private static final int MOST_FACTS = 8;
    private static final int LONGEST_FACT = 400;

    private final Column column;
    private final ColumnResults results;

    private ColumnPage(Column column, ColumnResults results) {
        this.column = column;
        this.results = results;
    }

    static String of(Column column, ColumnResults results, String matrix) {
        ColumnPage facts = new ColumnPage(column, results);
        StringBuilder text = new StringBuilder(facts.introduction(matrix));
        for (Result result : Result.values()) {
            text.append(facts.section(result));
        }
        return text.toString();
    }

    private String introduction(String matrix) {
        return "# " + Escapes.forMarkdown(column.title()) + "\n\n" + Escapes.forMarkdown(column.settings())
                + "\n\nPlayed by commit " + results.laboratory().commit() + " with seed " + results.seed()
                + ". To play a case again:\n\n```sh\njava -jar dist/runner.jar conformance --case ID --seed "
                + results.seed() + " --consumer-cmd \"" + column.command() + "\"\n```\n\n"
                + (results.accusations().isEmpty()
                        ? ""
                        : "`conformance/" + column.name()
                                + "/BROKEN.md` says where each break was looked up in the library.\n\n")
                + "[How the other libraries fare](../" + matrix + ").\n";
    }

    private String section(Result result) {
        Map<String, Cell> cells = new LinkedHashMap<>(results.cells());
        cells.values().removeIf(cell -> cell.result() != result);
        if (cells.isEmpty()) {
            return "";
        }
        return "\n## " + capitalized(result.words()) + "\n\n"
                + cells.entrySet().stream()
                        .map(cell -> entry(cell.getKey(), cell.getValue()))
                        .collect(Collectors.joining());
    }

    private static String capitalized(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private String entry(String name, Cell cell) {
        StringBuilder text =
                new StringBuilder("- <a id=\"" + Column.anchor(name) + "\"></a>`" + name + "`" + details(cell) + "\n");
        column.reportsOf(name)
                .forEach(report -> text.append(
                        "  - [reported](" + report.address() + "): " + Escapes.forMarkdown(report.says()) + "\n"));
        facts(cell).forEach(fact -> text.append("  - " + fact + "\n"));
        return text.toString();
    }

    /** What a break means. */
    private static String details(Cell cell) {
        return switch (cell.result()) {
            case BROKEN, UNSTABLE -> " (" + cell.severity() + "; played by the scenario `" + cell.scenario() + "`)";
            case HELD, NOT_JUDGED, NOT_APPLICABLE -> ", by the scenario `" + cell.scenario() + "`";
        };
    }

    private static List<String> facts(Cell cell) {
        return cell.facts().stream()
                .limit(MOST_FACTS)
                .map(fact -> Escapes.forMarkdown(Text.truncate(fact, LONGEST_FACT)))
                .toList();
    }
}
