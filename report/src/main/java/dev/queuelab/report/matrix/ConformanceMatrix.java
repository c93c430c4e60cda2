package dev.queuelab.report.matrix;

import dev.queuelab.lab.runstore.BuildInfo;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Libraries by scenarios or cases: what held, what is broken, and on which facts that rests. */
public final class ConformanceMatrix {
    private final Map<Column, ColumnResults> results;

    private ConformanceMatrix(Map<Column, ColumnResults> results) {
        this.results = results;
    }

    /**
     * The matrix of the columns that have results.
     *
     * @param adapters the folder of the adapters
     * @param folder the folder of the results
     */
    public static ConformanceMatrix read(Path adapters, Path folder) {
        Map<Column, ColumnResults> results = new LinkedHashMap<>();
        Adapter.columns(adapters)
                .forEach(column ->
                        ColumnResults.read(column.results(folder)).ifPresent(found -> results.put(column, found)));
        return new ConformanceMatrix(results);
    }

    /** The columns that this build has not played to the end. */
    public static List<Column> missing(Path adapters, Path folder, BuildInfo build) {
        return Adapter.columns(adapters).stream()
                .filter(column -> ColumnResults.read(column.results(folder))
                        .filter(found -> found.isCompleteFor(build))
                        .isEmpty())
                .toList();
    }

    public boolean isEmpty() {
        return results.isEmpty();
    }

    Map<Column, ColumnResults> columns() {
        return results;
    }

    /** All rows that any column has, in the order of the first that has them. */
    Set<String> rows() {
        Set<String> rows = new LinkedHashSet<>();
        results.values().forEach(column -> rows.addAll(column.cells().keySet()));
        return rows;
    }

    /** How often the cells of all columns have this result. */
    long count(Cell.Result result) {
        return results.values().stream()
                .flatMap(column -> column.cells().values().stream())
                .filter(cell -> cell.result() == result)
                .count();
    }

    /** As a page in GitHub's Markdown. */
    public String markdown() {
        return MatrixPage.of(this);
    }

    /** For machines. */
    public String json() {
        return MatrixJson.of(this);
    }
}
