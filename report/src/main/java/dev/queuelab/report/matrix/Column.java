package dev.queuelab.report.matrix;

import java.nio.file.Path;
import java.util.List;

/**
 * A column of the matrix: an adapter with one of its settings.
 *
 * @param lookedUp what its BROKEN.md says: where each break was looked up in the library's source or documentation
 */
public record Column(String name, String variant, Adapter adapter, String lookedUp) {

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

    /** What was reported in public of the library with these settings. */
    List<Adapter.Report> reports() {
        return adapter.reports().stream()
                .filter(report -> report.variants().contains(variant))
                .toList();
    }

    /** What was reported that belongs to this case. */
    List<Adapter.Report> reportsOf(String name) {
        return reports().stream().filter(report -> report.rows().contains(name)).toList();
    }

    /** Whether a break of this case was looked up: BROKEN.md names it, or all cases of its kind. */
    boolean isLookedUp(String id) {
        return lookedUp.contains("`" + id + "`") || lookedUp.contains("`" + id.replaceFirst("/.*", "/*") + "`");
    }

    /** The page of its facts, beside the matrix. */
    String page() {
        return "conformance/" + id() + ".md";
    }

    /** Where that page has the facts of a case. */
    String factsOf(String name) {
        return page() + "#" + anchor(name);
    }

    /** The name of a case where it cannot have a slash. */
    static String anchor(String name) {
        return name.replace('/', '-');
    }

    /** Whether the report is about the version that it plays, with its settings. */
    boolean isAbout(Adapter some, Adapter.Report report) {
        return adapter.equals(some) && report.variants().contains(variant);
    }

    /** What distinguishes it from the library's other columns. */
    String settingsTitle() {
        return adapter.version() + (isDefault() ? "" : " " + variant);
    }

    private boolean isDefault() {
        return variant.equals(Adapter.DEFAULT);
    }
}
