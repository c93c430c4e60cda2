package dev.queuelab.report.page;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import dev.queuelab.report.analysis.Ages;
import dev.queuelab.report.analysis.Consumers;
import dev.queuelab.report.analysis.Cost;
import dev.queuelab.report.analysis.Depths;
import dev.queuelab.report.analysis.Fact;
import dev.queuelab.report.analysis.Lane;
import dev.queuelab.report.analysis.Life;
import dev.queuelab.report.analysis.Lives;
import dev.queuelab.report.analysis.Prices;
import dev.queuelab.report.analysis.Queue;
import dev.queuelab.report.analysis.Rates;
import dev.queuelab.report.analysis.Totals;
import dev.queuelab.report.analysis.ReconstructedDepth;
import dev.queuelab.lab.runstore.StoredRun;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A run as the page's data block. Its shape is pinned by golden files; times are seconds since the run began. */
final class RunData {
    static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.NON_ABSENT))
            .build();

    private static final int MOST_POINTS = 600;
    private static final int MOST_FACTS = 400;
    private static final int MOST_STEPS = 400;
    private static final int MOST_LANES = 200;
    private static final int LONGEST_TEXT = 2_000;

    private final StoredRun stored;
    private final Instant begun;
    private final List<Fact> facts;
    private final Queue queue;
    private final double endOfRun;
    private final List<Life> lives;
    private final List<Fact> ofNoMessage;

    RunData(StoredRun stored) {
        this.stored = stored;
        this.begun = stored.begun();
        this.facts = Fact.all(stored.history().entries(), begun);
        this.queue = new Queue(
                stored.run().path("queue").path("visibilityTimeoutSeconds").asDouble(),
                stored.run().path("queue").path("maxReceiveCount").asInt());
        this.endOfRun = endOfRun();
        Lives sorted = Lives.in(facts, queue, deadLetters(), endOfRun);
        this.lives = sorted.all();
        this.ofNoMessage = sorted.ofNoMessage();
    }

    /** @param mostLives messages whose lives are told; the totals count all of them */
    ObjectNode document(int mostLives) {
        Caps caps = new Caps();
        List<Lane> lanes = Lane.in(facts, endOfRun);
        Totals totals = Totals.of(facts, lives);

        ObjectNode data = JSON.createObjectNode().put("format", 1).put("kind", "run");
        data.set("run", RunHead.of(stored));
        data.set("outcome", outcome());
        data.set("queue", JSON.valueToTree(queue));
        data.put("endOfRun", endOfRun);
        data.set("totals", JSON.valueToTree(totals));
        data.set("steps", steps(caps));
        data.set("checks", checks(caps));
        data.set("tables", JSON.valueToTree(stored.tables()));
        data.set("lanes", JSON.valueToTree(caps.ends("processes", lanes, MOST_LANES)));
        data.set(
                "lives",
                JSON.valueToTree(caps.preferring(
                        "messages",
                        lives,
                        mostLives,
                        "first those that did not go the usual way, then others from all of the run",
                        Life::isUnusual)));
        data.set("facts", processFacts(caps));
        ObjectNode series = data.putObject("series");
        series.set(
                "sampled",
                JSON.valueToTree(Depths.sampled(stored.depths(), begun).thinned(MOST_POINTS)));
        series.set("truth", JSON.valueToTree(ReconstructedDepth.of(lives, queue, endOfRun).thinned(MOST_POINTS)));
        series.set("rates", JSON.valueToTree(Rates.of(facts, endOfRun)));
        series.set("oldest", JSON.valueToTree(Ages.of(lives, queue, endOfRun)));
        series.set("consumers", JSON.valueToTree(Consumers.of(lanes, endOfRun).thinned(MOST_POINTS)));
        data.set("cost", JSON.valueToTree(Cost.of(lanes, totals.sent(), Prices.listed())));
        data.set(
                "notes",
                JSON.valueToTree(stored.notes().stream()
                        .map(note -> Caps.text(note, LONGEST_TEXT))
                        .toList()));
        data.set("capped", JSON.valueToTree(caps.said()));
        return data;
    }

    private double endOfRun() {
        if (stored.verdict().path("seconds").isNumber()) {
            return stored.verdict().path("seconds").asDouble();
        }
        double lastFact = facts.isEmpty() ? 0 : facts.get(facts.size() - 1).at();
        return Stream.of(stored.steps(), stored.depths())
                .flatMap(List::stream)
                .mapToDouble(this::at)
                .reduce(lastFact, Math::max);
    }

    private ObjectNode outcome() {
        ObjectNode outcome = JSON.createObjectNode();
        for (String field : List.of("verdict", "seconds", "trouble")) {
            if (stored.verdict().has(field)) {
                outcome.set(field, stored.verdict().get(field));
            }
        }
        if (stored.verdict().has("controlJudgement")) {
            outcome.set("control", stored.verdict().get("controlJudgement"));
        }
        return outcome;
    }

    private ArrayNode steps(Caps caps) {
        List<JsonNode> told =
                stored.steps().stream().filter(line -> line.has("step")).toList();
        ArrayNode steps = JSON.createArrayNode();
        for (JsonNode line : caps.ends("steps", told, MOST_STEPS)) {
            steps.addObject()
                    .put("at", at(line))
                    .put("text", Caps.text(line.path("step").asText(), LONGEST_TEXT));
        }
        return steps;
    }

    /** As the verdict has them; of a run without one, those that had been made. */
    private ArrayNode checks(Caps caps) {
        Set<String> mustBreak = texts(stored.run().path("control").path("breaks"));
        List<JsonNode> made = new ArrayList<>();
        if (stored.hasEnded()) {
            stored.verdict().path("checks").forEach(made::add);
        } else {
            stored.steps().stream().filter(line -> line.has("check")).forEach(made::add);
        }
        ArrayNode checks = JSON.createArrayNode();
        for (JsonNode check : caps.ends("checks", made, MOST_STEPS)) {
            String name = check.path("check").asText();
            ArrayNode findings = checks.addObject()
                    .put("check", name)
                    .put("verdict", check.path("verdict").asText())
                    .put("mustBreak", mustBreak.contains(name))
                    .putArray("findings");
            check.path("findings").forEach(finding -> findings.add(Caps.text(finding.asText(), LONGEST_TEXT)));
        }
        return checks;
    }

    private ArrayNode processFacts(Caps caps) {
        ArrayNode told = JSON.createArrayNode();
        for (Fact fact : caps.ends("facts about processes", ofNoMessage, MOST_FACTS)) {
            ObjectNode line = told.addObject()
                    .put("at", fact.at())
                    .put("process", fact.process())
                    .put("kind", fact.kind());
            line.set("details", JSON.valueToTree(fact.details()));
        }
        return told;
    }

    private Set<String> deadLetters() {
        return StreamSupport.stream(stored.evidence().path("deadLetters").spliterator(), false)
                .map(letter -> letter.path("id").asText())
                .collect(Collectors.toSet());
    }

    private double at(JsonNode line) {
        return line.path("at").isTextual()
                ? Fact.seconds(begun, Instant.parse(line.path("at").textValue()))
                : 0;
    }

    private static Set<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.toSet());
    }
}
