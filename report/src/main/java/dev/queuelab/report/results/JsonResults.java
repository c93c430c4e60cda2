package dev.queuelab.report.results;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.queuelab.scenarios.check.Check;
import dev.queuelab.scenarios.check.Judgement;
import java.time.Duration;
import java.util.Locale;

/** Results as JSON. Their form is {@code docs/schemas/results.schema.json}, and does not change within a format. */
public final class JsonResults {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int FORMAT = 1;

    private JsonResults() {}

    public static String text(SuiteResults results) {
        ObjectNode document = JSON.createObjectNode().put("format", FORMAT);
        document.putObject("laboratory")
                .put("version", results.laboratory().version())
                .put("commit", results.laboratory().commit());
        document.put("command", results.command());
        results.place()
                .ifPresent(place -> document.put("environment", place.environment())
                        .put("where", place.where())
                        .put("seed", place.seed()));
        document.put("begun", results.begun().toString())
                .put("seconds", seconds(results.took()))
                .put("verdict", results.verdict().name());
        results.trouble().ifPresent(why -> document.put("trouble", why));
        ArrayNode plays = document.putArray("plays");
        results.plays().forEach(play -> plays.add(told(play)));
        ArrayNode unplayed = document.putArray("unplayed");
        results.unplayed().forEach(part -> {
            ObjectNode told = unplayed.addObject().put("scenario", part.scenario());
            part.control().ifPresent(control -> told.put("control", control));
        });
        return document.toPrettyString() + "\n";
    }

    private static ObjectNode told(RunResult result) {
        ObjectNode told = JSON.createObjectNode().put("scenario", result.play().scenario());
        result.control().ifPresent(control -> told.set("control", told(control)));
        told.put("verdict", result.play().verdict().name())
                .put("seconds", seconds(result.play().took()))
                .put("folder", result.play().folder().toString());
        result.play().trouble().ifPresent(why -> told.put("trouble", why));
        ArrayNode checks = told.putArray("checks");
        for (Check.Result check : result.play().results()) {
            ObjectNode one = checks.addObject().put("check", check.check());
            one.setAll(told(check.judgement()));
        }
        told.set("counts", told(result.counts()));
        return told;
    }

    private static ObjectNode told(ControlResult result) {
        ObjectNode told = JSON.createObjectNode().put("name", result.control().name());
        told.set("knobs", JSON.valueToTree(result.control().knobs()));
        told.set("options", JSON.valueToTree(result.control().options()));
        told.set(
                "breaks",
                JSON.valueToTree(result.control().breaks().stream().sorted().toList()));
        told.put("outcome", result.outcome().name().toLowerCase(Locale.ROOT));
        told.set("broke", JSON.valueToTree(result.broke()));
        told.set("held", JSON.valueToTree(result.held()));
        told.set("blind", JSON.valueToTree(result.blind()));
        told.set("judgement", told(result.judgement()));
        return told;
    }

    private static ObjectNode told(Judgement judgement) {
        ObjectNode told =
                JSON.createObjectNode().put("verdict", judgement.verdict().name());
        told.set("findings", JSON.valueToTree(judgement.findings()));
        return told;
    }

    private static ObjectNode told(Counts counts) {
        ObjectNode told = JSON.createObjectNode()
                .put("messages", counts.messages())
                .put("deliveries", counts.deliveries())
                .put("redeliveries", counts.redeliveries())
                .put("effects", counts.effects())
                .put("repeatedEffects", counts.repeatedEffects());
        counts.deadLetters().ifPresent(letters -> told.put("deadLetters", letters));
        return told;
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
