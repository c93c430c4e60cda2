package dev.queuelab.report.analysis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.queuelab.core.history.Entry;
import dev.queuelab.core.history.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A line of a history as a report tells it. Any event is one, also a kind that the report knows nothing of: its fields
 * are read from its JSON.
 *
 * @param at seconds since the run began
 * @param kind the event's name, such as "effect-performed"
 * @param id of the message that it is about, if it is about one
 * @param details its other fields
 */
public record Fact(
        double at, String process, Event event, String kind, Optional<String> id, Map<String, JsonNode> details) {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    /** Fields that are told elsewhere: the identity, and what only repeats it. */
    private static final Set<String> TOLD = Set.of("event", "id", "messageId", "run", "sentAt", "receiveCount");

    static Fact of(Entry entry, Instant begun) {
        ObjectNode json = JSON.valueToTree(entry.event());
        Optional<String> id = Optional.ofNullable(json.get("id")).map(JsonNode::asText);
        Map<String, JsonNode> details = new LinkedHashMap<>();
        json.properties().forEach(field -> {
            boolean isKeyLikeId = field.getKey().equals("key")
                    && id.equals(Optional.of(field.getValue().asText()));
            if (!TOLD.contains(field.getKey())
                    && !isKeyLikeId
                    && !field.getValue().isNull()) {
                details.put(field.getKey(), field.getValue());
            }
        });
        return new Fact(
                seconds(begun, entry.at()),
                entry.process(),
                entry.event(),
                json.path("event").asText(),
                id,
                details);
    }

    /** All entries, in order. */
    public static List<Fact> all(List<Entry> entries, Instant begun) {
        return entries.stream().map(entry -> of(entry, begun)).toList();
    }

    /** Seconds from {@code begun}, to the millisecond. */
    public static double seconds(Instant begun, Instant at) {
        return Duration.between(begun, at).toMillis() / 1000.0;
    }

    Mark inDelivery() {
        return new Mark(kind, at, Optional.empty(), details);
    }

    Mark byItself() {
        return new Mark(kind, at, Optional.of(process), details);
    }
}
