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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The results of one column, read from what {@code conformance --json} wrote.
 *
 * @param cells by the id of the case, in the order of the catalogue
 * @param complete whether all that was to be played was
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
        Map<String, Cell> cells = new LinkedHashMap<>();
        document.path("cases").forEach(each -> cells.put(each.path("id").asText(), cell(each, document.path("plays"))));
        if (cells.isEmpty()) {
            throw new IllegalArgumentException("it has no cases");
        }
        return new ColumnResults(
                cells,
                new BuildInfo(
                        document.at("/laboratory/version").asText(),
                        document.at("/laboratory/commit").asText()),
                document.path("seed").asText(),
                document.path("unplayed").isEmpty() && !document.has("trouble"));
    }

    /** Whether this build played it, to the end. */
    boolean isCompleteFor(BuildInfo build) {
        return complete && laboratory.equals(build);
    }

    long count(Cell.Result result) {
        return cells.values().stream().filter(cell -> cell.result() == result).count();
    }

    /** The cases of which the library is accused. */
    List<String> accusations() {
        return cells.entrySet().stream()
                .filter(cell -> cell.getValue().isAccusation())
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Cell cell(JsonNode one, JsonNode plays) {
        Set<String> facts = new LinkedHashSet<>();
        if (one.has("why")) {
            String why = one.path("why").asText();
            facts.add(why);
            facts.addAll(furtherFindings(why, one.path("folders"), plays));
        }
        return new Cell(
                Cell.Result.of(one.path("result").asText()),
                one.path("severity").asText(),
                one.path("scenario").asText(),
                facts.stream().map(FilePaths::shortened).toList());
    }

    /** What the check that says why found besides, such as the calls by which a message went, in the case's plays. */
    private static List<String> furtherFindings(String why, JsonNode folders, JsonNode plays) {
        Set<String> own = new LinkedHashSet<>();
        folders.forEach(folder -> own.add(folder.asText()));
        List<String> findings = new ArrayList<>();
        for (JsonNode play : plays) {
            if (own.contains(play.path("folder").asText())) {
                play.path("checks").forEach(check -> {
                    if (why.startsWith(check.path("check").asText() + ": ")) {
                        List<String> all = texts(check.path("findings"));
                        findings.addAll(all.subList(Math.min(1, all.size()), all.size()));
                    }
                });
            }
        }
        return findings;
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
