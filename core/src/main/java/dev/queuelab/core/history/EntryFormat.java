package dev.queuelab.core.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Instant;

/** An entry as one flat JSON object: the envelope's fields first, then the event's name and its own fields. */
final class EntryFormat {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    private EntryFormat() {}

    /** The event's name and its own fields, as an object. */
    static String factsOf(Event event) {
        try {
            return JSON.writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("an event that is not JSON: " + event, e);
        }
    }

    /** The beginning that all lines of a process share. */
    static String beginningOf(String process) {
        return "{\"process\":" + JsonNodeFactory.instance.textNode(process) + ",\"seq\":";
    }

    /** A line from its parts, as {@link #beginningOf} and {@link #factsOf} give them. */
    static String toLine(String beginning, long seq, Instant at, String facts) {
        return beginning + seq + ",\"at\":\"" + at + "\"," + facts.substring(1);
    }

    static Entry fromLine(String line) throws JsonProcessingException {
        JsonNode node = JSON.readTree(line);
        Envelope envelope = JSON.treeToValue(node, Envelope.class);
        Event event = JSON.treeToValue(node, Event.class);
        return new Entry(envelope.process(), envelope.seq(), envelope.at(), event);
    }

    private record Envelope(String process, long seq, Instant at) {}
}
