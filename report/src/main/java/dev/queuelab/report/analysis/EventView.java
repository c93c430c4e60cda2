package dev.queuelab.report.analysis;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.queuelab.core.history.Entry;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An event as a report shows it. Any kind of event is shown: its fields are read from its JSON.
 *
 * @param process empty where the report names it elsewhere
 * @param kind the event's name, such as "effect-performed"
 * @param at seconds since the run began
 * @param details the fields that the report does not show elsewhere
 */
public record EventView(
        String kind,
        double at,
        Optional<String> process,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, JsonNode> details) {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    /** Fields that a report shows elsewhere: the identity, and what only repeats it. */
    private static final Set<String> ELSEWHERE = Set.of("event", "id", "messageId", "run", "sentAt", "receiveCount");

    /** An event with its process. */
    public static EventView of(Entry entry, RunTime time) {
        return of(entry, time, Optional.of(entry.process()));
    }

    /** An event of a delivery, which names the process. */
    public static EventView inDelivery(Entry entry, RunTime time) {
        return of(entry, time, Optional.empty());
    }

    private static EventView of(Entry entry, RunTime time, Optional<String> process) {
        ObjectNode json = JSON.valueToTree(entry.event());
        JsonNode id = json.path("id");
        Map<String, JsonNode> details = new LinkedHashMap<>();
        json.properties().forEach(field -> {
            boolean repeatsId = field.getKey().equals("key") && field.getValue().equals(id);
            if (!ELSEWHERE.contains(field.getKey())
                    && !repeatsId
                    && !field.getValue().isNull()) {
                details.put(field.getKey(), field.getValue());
            }
        });
        return new EventView(json.path("event").asText(), time.seconds(entry.at()), process, details);
    }
}
