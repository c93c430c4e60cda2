package dev.queuelab.report.page;

import dev.queuelab.core.toolbox.AtomicFile;
import dev.queuelab.lab.runstore.StoredRun;
import java.nio.file.Path;

/** Two runs side by side, for example with and without a protection. */
public final class CompareReport {
    private CompareReport() {}

    private record Document(int format, String kind, RunData.Document a, RunData.Document b) {}

    /** Writes the page into {@code file}; returns the file. */
    public static Path write(Path a, Path b, Path file) {
        StoredRun first = StoredRun.read(a);
        StoredRun second = StoredRun.read(b);
        RunData dataOfFirst = new RunData(first);
        RunData dataOfSecond = new RunData(second);
        String page = RunReport.fitting(
                RunData.title(first) + " | " + RunData.title(second),
                most -> new Document(
                        PageJson.FORMAT, "compare", dataOfFirst.document(most / 2), dataOfSecond.document(most / 2)));
        return AtomicFile.write(file, page);
    }

    /** Where the page goes by default: beside the first run. */
    public static Path fileFor(Path a, Path b) {
        Path first = StoredRun.find(a).path();
        Path second = StoredRun.find(b).path();
        return first.resolveSibling("compare-" + first.getFileName() + "-with-" + second.getFileName() + ".html");
    }
}
