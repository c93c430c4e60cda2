package dev.queuelab.report.matrix;

import java.nio.file.Path;
import java.util.List;

/** A column of the matrix: an adapter with one of its settings. */
public record Column(String name, String variant, Adapter adapter) {

    /** Its name in links, in files and on the command line. */
    String id() {
        return isDefault() ? name : name + "-" + variant;
    }

    String title() {
        return adapter.library() + " " + adapter.version() + (isDefault() ? "" : ", " + variant);
    }

    /** What is set, in a sentence. */
    String settings() {
        return adapter.variants().getOrDefault(variant, "");
    }

    /** The command that becomes the consumer, from the project's folder. */
    public String command() {
        return "conformance/" + name + "/run" + (isDefault() ? "" : " --" + variant);
    }

    /** What its adapter does not do, as an option of {@code conformance}; empty text where that is nothing. */
    public String options() {
        return adapter.without().isEmpty() ? "" : "--without=" + String.join(",", adapter.without());
    }

    /** Where the results of this column are, in the folder of all results. */
    public Path results(Path folder) {
        return folder.resolve(id() + ".json");
    }

    /** What was reported in public of this row. */
    List<Adapter.Report> reports(String row) {
        return adapter.reports().stream()
                .filter(report ->
                        report.variant().equals(variant) && report.rows().contains(row))
                .toList();
    }

    private boolean isDefault() {
        return variant.equals(Adapter.DEFAULT);
    }
}
