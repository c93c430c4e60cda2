package dev.queuelab.report.matrix;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The matrix for machines. */
final class MatrixJson {
    private static final int FORMAT = 1;

    private MatrixJson() {}

    static String of(ConformanceMatrix matrix) {
        ObjectNode document = new ObjectMapper().createObjectNode().put("format", FORMAT);
        ArrayNode columns = document.putArray("columns");
        matrix.columns().forEach((column, results) -> {
            ObjectNode json = columns.addObject()
                    .put("library", column.adapter().library())
                    .put("version", column.adapter().version())
                    .put("variant", column.variant())
                    .put("settings", column.settings())
                    .put("command", column.command())
                    .put("commit", results.laboratory().commit())
                    .put("seed", results.seed());
            ObjectNode cells = json.putObject("cells");
            results.cells().forEach((row, cell) -> addCell(cells.putObject(row), column, row, cell));
        });
        return document.toPrettyString() + "\n";
    }

    private static void addCell(ObjectNode json, Column column, String row, Cell cell) {
        json.put("result", cell.result().words());
        ArrayNode facts = json.putArray("facts");
        cell.facts().forEach(facts::add);
        ArrayNode reports = json.putArray("reports");
        column.reportsOf(row).forEach(report -> reports.add(report.address()));
    }
}
