package dev.queuelab.report.page;

import dev.queuelab.core.toolbox.AtomicFile;
import dev.queuelab.lab.runstore.StoredRun;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.IntFunction;

/** {@code report.html} of one run, made from its folder alone. */
public final class RunReport {
    public static final String FILE = "report.html";

    /** A page is under 1 MB. */
    private static final int MOST_BYTES = 990_000;

    private static final int MOST_MESSAGES = 2_000;

    private RunReport() {}

    /**
     * Writes the report into the run's folder; returns the file.
     *
     * @throws dev.queuelab.lab.runstore.NoSuchRunException if it is not a run folder
     */
    public static Path write(Path folder) {
        StoredRun run = StoredRun.read(folder);
        String page = fitting(RunData.title(run), new RunData(run)::document);
        return AtomicFile.write(run.folder().path().resolve(FILE), page);
    }

    /** The page with as many messages as fit. */
    static String fitting(String title, IntFunction<Object> data) {
        int most = MOST_MESSAGES;
        while (true) {
            String page = Page.of(title, data.apply(most));
            long bytes = page.getBytes(StandardCharsets.UTF_8).length;
            if (bytes < MOST_BYTES || most == 0) {
                return page;
            }
            long likely = most * (long) MOST_BYTES / bytes;
            most = (int) Math.min(likely * 9 / 10, most - 1);
        }
    }
}
