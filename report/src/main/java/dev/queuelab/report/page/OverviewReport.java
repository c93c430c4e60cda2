package dev.queuelab.report.page;

import dev.queuelab.core.toolbox.AtomicFile;
import dev.queuelab.lab.runstore.StoredRun;
import dev.queuelab.lab.runstore.StoredSuite;
import dev.queuelab.lab.runstore.Suite;
import dev.queuelab.report.analysis.RunCounts;
import java.nio.file.Path;
import java.util.List;

/** The runs of the latest suite on one page, each with its verdict and a link to its report. */
public final class OverviewReport {
    public static final String FILE = "overview.html";

    private OverviewReport() {}

    private record Document(int format, String kind, Suite suite, List<Row> runs) {}

    /** A run in one line. */
    private record Row(RunHead run, OutcomeView outcome, RunCounts counts, List<CheckView> checks, String href) {

        static Row of(StoredRun run) {
            return new Row(
                    RunHead.of(run),
                    OutcomeView.of(run),
                    RunCounts.of(run),
                    CheckView.of(run, new Limits()),
                    run.folder().path().getFileName() + "/" + RunReport.FILE);
        }
    }

    /**
     * Writes the page into the folder of all runs, and the reports of its runs; returns the file.
     *
     * @throws dev.queuelab.lab.runstore.NoSuchRunException if no suite ran there
     */
    public static Path write(Path runs) {
        StoredSuite suite = StoredSuite.latestIn(runs);
        suite.runs().forEach(run -> RunReport.write(run.folder().path()));
        Document document = new Document(
                PageJson.FORMAT,
                "overview",
                suite.suite(),
                suite.runs().stream().map(Row::of).toList());
        String title =
                "Queue Lab: " + suite.suite().command() + ", " + suite.runs().size() + " runs";
        return AtomicFile.write(runs.resolve(FILE), Page.of(title, document));
    }
}
