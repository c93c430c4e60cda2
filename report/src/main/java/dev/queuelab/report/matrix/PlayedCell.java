package dev.queuelab.report.matrix;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A cell from the plays of one scenario. */
final class PlayedCell {
    private PlayedCell() {}

    static Cell of(List<JsonNode> plays) {
        Set<Cell.Result> results =
                plays.stream().map(PlayedCell::result).collect(Collectors.toCollection(TreeSet::new));
        List<String> facts =
                plays.stream().flatMap(play -> facts(play).stream()).distinct().toList();
        return new Cell(results.size() == 1 ? results.iterator().next() : Cell.Result.UNSTABLE, facts);
    }

    private static Cell.Result result(JsonNode play) {
        String verdict = play.path("verdict").asText();
        return switch (verdict) {
            case "PASS" -> Cell.Result.HELD;
            case "FAIL" -> Cell.Result.BROKEN;
            case "UNKNOWN" -> Cell.Result.NOT_JUDGED;
            case "SKIP" -> Cell.Result.NOT_APPLICABLE;
            default -> throw new IllegalArgumentException("'" + verdict + "' is no verdict");
        };
    }

    private static List<String> facts(JsonNode play) {
        String verdict = play.path("verdict").asText();
        List<String> facts = new ArrayList<>();
        if (play.has("trouble") && !verdict.equals("FAIL")) {
            facts.add(play.path("trouble").asText().lines().findFirst().orElse(""));
        }
        for (JsonNode check : play.path("checks")) {
            if (check.path("verdict").asText().equals(verdict)) {
                List<String> findings = new ArrayList<>();
                check.path("findings").forEach(finding -> findings.add(finding.asText()));
                facts.add(check.path("check").asText() + ": " + String.join("; ", findings));
            }
        }
        return facts;
    }
}
