package dev.queuelab.scenarios.check;

import java.util.List;

/** Rows of text under headings; each row has as many cells as there are columns. */
public record Table(List<String> columns, List<List<String>> rows) {

    public Table {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        for (List<String> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(row + " does not fit under " + columns);
            }
        }
    }
}
