package dev.queuelab.report.results;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.queuelab.scenarios.cases.ConformanceCase;
import java.util.List;

/** Conformance cases as JSON. Their form is {@code docs/schemas/cases.schema.json}, and does not change within a format. */
public final class JsonCases {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int FORMAT = 1;

    private JsonCases() {}

    public static String text(List<ConformanceCase> cases) {
        ObjectNode document = JSON.createObjectNode().put("format", FORMAT);
        ArrayNode all = document.putArray("cases");
        cases.forEach(one -> all.add(of(one)));
        return document.toPrettyString() + "\n";
    }

    private static ObjectNode of(ConformanceCase one) {
        ObjectNode json = JSON.createObjectNode()
                .put("id", one.id())
                .put("kind", one.kind().label())
                .put("claim", one.claim())
                .put("answers", one.answers().label())
                .put("severity", one.severity().label())
                .put("level", one.level().label())
                .put("scenario", one.play())
                .put("everyPlay", one.scenario().isEmpty());
        ArrayNode checks = json.putArray("checks");
        one.requirements().forEach(checks::add);
        json.putObject("source")
                .put("title", one.source().title())
                .put("address", one.source().address());
        return json.put("command", one.command());
    }
}
