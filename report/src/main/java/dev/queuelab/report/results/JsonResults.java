package dev.queuelab.report.results;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.queuelab.core.toolbox.Seconds;
import dev.queuelab.report.analysis.RunCounts;
import java.util.List;
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
        document.put("begun", results.begunAt().toString())
                .put("seconds", Seconds.of(results.took()))
                .put("verdict", results.verdict().name());
        results.trouble().ifPresent(why -> document.put("trouble", why));
        ArrayNode runs = document.putArray("plays");
        results.runs().forEach(run -> runs.add(ofRun(run)));
        ArrayNode unplayed = document.putArray("unplayed");
        results.missing().forEach(planned -> {
            ObjectNode json = unplayed.addObject().put("scenario", planned.scenario());
            planned.control().ifPresent(control -> json.put("control", control));
        });
        addCases(document, results);
        return document.toPrettyString() + "\n";
    }

    private static void addCases(ObjectNode document, SuiteResults results) {
        List<CaseRow> rows = results.cases().rows();
        if (rows.isEmpty()) {
            return;
        }
        ObjectNode levels = document.putObject("levels");
        results.levels().plays().forEach((level, plays) -> levels.put(level.label(), plays));
        ArrayNode cases = document.putArray("cases");
        rows.forEach(row -> cases.add(ofCase(row)));
    }

    private static ObjectNode ofCase(CaseRow row) {
        ObjectNode json = JSON.createObjectNode()
                .put("id", row.about().id())
                .put("claim", row.about().claim())
                .put("answers", row.about().answers().label())
                .put("severity", row.about().severity().label())
                .put("level", row.about().level().label())
                .put("result", row.result().label());
        if (!row.why().isEmpty()) {
            json.put("why", row.why());
        }
        json.put("scenario", row.about().play());
        ArrayNode folders = json.putArray("folders");
        row.folders().forEach(folder -> folders.add(folder.toString()));
        return json;
    }

    private static ObjectNode ofRun(RunResult result) {
        ObjectNode json = JSON.createObjectNode().put("scenario", result.run().scenario());
        result.control().ifPresent(control -> json.set("control", ofControl(control)));
        json.put("verdict", result.run().verdict().name())
                .put("seconds", Seconds.of(result.run().took()))
                .put("folder", result.run().folder().toString());
        result.run().trouble().ifPresent(why -> json.put("trouble", why));
        json.set("checks", JSON.valueToTree(result.run().checks()));
        json.set("counts", ofCounts(result.counts()));
        result.counts().faults().ifPresent(faults -> json.set("faults", JSON.valueToTree(faults)));
        return json;
    }

    private static ObjectNode ofControl(ControlResult result) {
        ObjectNode json = JSON.createObjectNode().put("name", result.control().name());
        json.set("knobs", JSON.valueToTree(result.control().knobs()));
        json.set("options", JSON.valueToTree(result.control().options()));
        json.set(
                "breaks",
                JSON.valueToTree(result.control().breaks().stream().sorted().toList()));
        json.put("outcome", result.outcome().name().toLowerCase(Locale.ROOT));
        json.set("broke", JSON.valueToTree(result.broke()));
        json.set("held", JSON.valueToTree(result.held()));
        json.set("blind", JSON.valueToTree(result.blind()));
        json.set("judgement", JSON.valueToTree(result.judgement()));
        return json;
    }

    private static ObjectNode ofCounts(RunCounts counts) {
        ObjectNode json = JSON.createObjectNode()
                .put("messages", counts.messages())
                .put("deliveries", counts.deliveries())
                .put("redeliveries", counts.redeliveries())
                .put("effects", counts.effects())
                .put("repeatedEffects", counts.repeatedEffects());
        counts.inDeadLetterQueue().ifPresent(letters -> json.put("deadLetters", letters));
        return json;
    }
}
