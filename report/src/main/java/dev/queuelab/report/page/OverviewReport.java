package dev.queuelab.report.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.queuelab.lab.runstore.WholeFile;
import dev.queuelab.lab.runstore.NoSuchRunException;
import dev.queuelab.lab.runstore.StoredSuite;
import java.nio.file.Path;
import java.util.List;

/** The plays of the latest suite on one page, each with its verdict and a link to its report. */
public final class OverviewReport {
    public static final String FILE = "overview.html";

    private static final List<String> OF_A_PLAY = List.of("run", "outcome", "totals", "checks");

    private OverviewReport() {}

    /**
     * Writes the page into the folder of all runs, and the reports of plays that have none; returns the file.
     *
     * @throws NoSuchRunException if no suite was played there
     */
    public static Path write(Path runs) {
        StoredSuite suite = StoredSuite.latestIn(runs);
        JsonNode about = suite.plays().get(0).run().path("suite");
        ObjectNode data = RunData.JSON.createObjectNode().put("format", 1).put("kind", "overview");
        data.set("suite", about);
        ArrayNode plays = data.putArray("plays");
        suite.plays().forEach(play -> {
            RunReport.write(play.folder());
            ObjectNode whole = new RunData(play).document(0);
            ObjectNode told = plays.addObject();
            OF_A_PLAY.forEach(field -> told.set(field, whole.get(field)));
            told.put("href", play.folder().getFileName() + "/" + RunReport.FILE);
        });
        String title = "Queue Lab: " + about.path("command").asText() + ", "
                + suite.plays().size() + " plays";
        return WholeFile.write(runs.resolve(FILE), Page.of(title, data));
    }
}
