package dev.queuelab.report.matrix;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.queuelab.core.toolbox.FileErrors;
import dev.queuelab.lab.runstore.BuildInfo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The results of one column, read from what {@code conformance --json} wrote. Its rows are the cases, or in results without
 * cases the scenarios.
 */
record ColumnResults(Map<String, Cell> cells, BuildInfo laboratory, String seed, boolean complete) {

    /**
     * Reads a file; empty if there is none.
     *
     * @throws UncheckedIOException naming the file, if it cannot be read or is no such results
     */
    static Optional<ColumnResults> read(Path file) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(of(new ObjectMapper().readTree(Files.readString(file))));
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new UncheckedIOException(
                    file + " has no results of conformance: " + e.getMessage(), new IOException(e));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file + ": " + FileErrors.reason(e), e);
        }
    }

    private static ColumnResults of(JsonNode document) {
        boolean complete = document.path("unplayed").isEmpty() && !document.has("trouble");
        BuildInfo laboratory = new BuildInfo(
                document.at("/laboratory/version").asText(),
                document.at("/laboratory/commit").asText());
        return new ColumnResults(
                document.has("cases") ? byCase(document) : byScenario(document),
                laboratory,
                document.path("seed").asText(),
                complete);
    }

    /** Whether this build played it, to the end. */
    boolean isCompleteFor(BuildInfo build) {
        return complete && laboratory.equals(build);
    }

    private static Map<String, Cell> byCase(JsonNode document) {
        Map<String, Cell> cells = new LinkedHashMap<>();
        for (JsonNode each : document.path("cases")) {
            Cell.Result result = Cell.Result.of(each.path("result").asText());
            List<String> facts = new ArrayList<>();
            if (each.has("why")) {
                facts.add(each.path("why").asText());
            }
            facts.add("judged by the scenario " + each.path("scenario").asText());
            cells.put(each.path("id").asText(), new Cell(result, facts));
        }
        return cells;
    }

    private static Map<String, Cell> byScenario(JsonNode document) {
        Map<String, List<JsonNode>> plays = new LinkedHashMap<>();
        document.path("plays")
                .forEach(play -> plays.computeIfAbsent(play.path("scenario").asText(), name -> new ArrayList<>())
                        .add(play));
        Map<String, Cell> cells = new LinkedHashMap<>();
        plays.forEach((scenario, all) -> cells.put(scenario, PlayedCell.of(all)));
        return cells;
    }
}
