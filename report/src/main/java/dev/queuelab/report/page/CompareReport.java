package dev.queuelab.report.page;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.queuelab.core.toolbox.AtomicFile;
import dev.queuelab.lab.runstore.StoredRun;
import java.nio.file.Path;

/** Two runs side by side, for example with and without a protection. */
public final class CompareReport {
    private CompareReport() {}

    /** Writes the page into {@code file}; returns the file. */
    public static Path write(Path a, Path b, Path file) {
        StoredRun first = StoredRun.read(a);
        StoredRun second = StoredRun.read(b);
        String title = RunData.title(first) + " | " + RunData.title(second);
        RunData dataOfFirst = new RunData(first);
        RunData dataOfSecond = new RunData(second);
        String page = RunReport.fitting(title, most -> {
            ObjectNode data =
                    PageJson.MAPPER.createObjectNode().put("format", 1).put("kind", "compare");
            data.set("a", dataOfFirst.document(most / 2));
            data.set("b", dataOfSecond.document(most / 2));
            return data;
        });
        return AtomicFile.write(file, page);
    }

    /** Where the page goes by default: beside the first run. */
    public static Path fileFor(Path a, Path b) {
        Path first = StoredRun.find(a).path();
        Path second = StoredRun.find(b).path();
        return first.resolveSibling("compare-" + first.getFileName() + "-with-" + second.getFileName() + ".html");
    }
}
