package dev.queuelab.runner.cli;

import dev.queuelab.scenarios.check.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A table as lines of text: numbers to the right, words to the left. */
final class TextTable {
    private static final String BETWEEN = "  ";

    private TextTable() {}

    static List<String> lines(Table table) {
        List<StringBuilder> lines = Stream.generate(StringBuilder::new)
                .limit(table.rows().size() + 1L)
                .toList();
        for (int column = 0; column < table.columns().size(); column++) {
            List<String> cells = cellsOf(table, column);
            int width = cells.stream().mapToInt(String::length).max().orElse(0);
            boolean numbers = cells.stream().skip(1).allMatch(cell -> cell.matches("[-+]?[0-9.]+"));
            for (int line = 0; line < cells.size(); line++) {
                String padding = " ".repeat(width - cells.get(line).length());
                lines.get(line)
                        .append(column == 0 ? "" : BETWEEN)
                        .append(numbers ? padding + cells.get(line) : cells.get(line) + padding);
            }
        }
        return lines.stream().map(line -> line.toString().stripTrailing()).toList();
    }

    /** The heading, then the column's cells. */
    private static List<String> cellsOf(Table table, int column) {
        List<String> cells = new ArrayList<>();
        cells.add(table.columns().get(column));
        table.rows().forEach(row -> cells.add(row.get(column)));
        return cells;
    }
}
