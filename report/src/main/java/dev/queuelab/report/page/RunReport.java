package dev.queuelab.report.page;

import com.fasterxml.jackson.databind.JsonNode;
import dev.queuelab.lab.runstore.WholeFile;
import dev.queuelab.lab.runstore.StoredRun;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.IntFunction;

/** {@code report.html} of one run, made from its folder alone. */
public final class RunReport {
    public static final String FILE = "report.html";

    /** A page is under 1 MB. */
    private static final int MOST_BYTES = 990_000;

    private static final int MOST_LIVES = 2_000;

    private RunReport() {}

    /**
     * Writes the report into the run's folder; returns the file.
     *
     * @throws dev.queuelab.lab.runstore.NoSuchRunException if it is no run's folder
     */
    public static Path write(Path folder) {
        StoredRun run = StoredRun.read(folder);
        String page = fitting(title(run), new RunData(run)::document);
        return WholeFile.write(run.folder().resolve(FILE), page);
    }

    static String title(StoredRun run) {
        String control = run.run().path("control").path("name").asText();
        String verdict = control.isEmpty()
                ? run.verdict().path("verdict").asText("no verdict")
                : run.verdict().path("controlJudgement").path("verdict").asText("no verdict");
        return RunHead.of(run).path("scenario").asText() + (control.isEmpty() ? "" : ", control " + control) + ": "
                + verdict;
    }

    /** The page with as many messages as fit. */
    static String fitting(String title, IntFunction<JsonNode> data) {
        int most = MOST_LIVES;
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
