package dev.queuelab.core.history;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/** An entry as one flat JSON object: the envelope's fields first, then the event's name and its own fields. */
final class EntryFormat {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new SimpleModule().addDeserializer(String.class, RecentStrings.SHARED))
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    private static final ObjectReader EVENT = JSON.readerFor(Event.class);

    private static final String PROCESS = "process";
    private static final String SEQ = "seq";
    private static final String AT = "at";

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

    /**
     * Reads a line. Those that our own programs write begin with the envelope, so they are read in one go; others may have
     * their fields in any order.
     */
    static Entry fromLine(String line) throws JsonProcessingException {
        Optional<Entry> entry = envelopeFirst(line);
        return entry.isPresent() ? entry.get() : inAnyOrder(line);
    }

    private static Optional<Entry> envelopeFirst(String line) {
        try (JsonParser json = JSON.createParser(line)) {
            if (json.nextToken() != JsonToken.START_OBJECT || !PROCESS.equals(json.nextFieldName())) {
                return Optional.empty();
            }
            String process = json.nextTextValue();
            if (process == null || !SEQ.equals(json.nextFieldName())) {
                return Optional.empty();
            }
            long seq = json.nextLongValue(0);
            if (seq < 1 || !AT.equals(json.nextFieldName())) {
                return Optional.empty();
            }
            String at = json.nextTextValue();
            if (at == null || json.nextToken() != JsonToken.FIELD_NAME) {
                return Optional.empty();
            }
            Event event = EVENT.readValue(json);
            return Optional.of(new Entry(RecentStrings.SHARED.one(process), seq, Instant.parse(at), event));
        } catch (IOException | DateTimeException e) {
            return Optional.empty(); // it is read again, to say what is wrong with it
        }
    }

    private static Entry inAnyOrder(String line) throws JsonProcessingException {
        JsonNode node = JSON.readTree(line);
        Envelope envelope = JSON.treeToValue(node, Envelope.class);
        Event event = JSON.treeToValue(node, Event.class);
        return new Entry(envelope.process(), envelope.seq(), envelope.at(), event);
    }

    private record Envelope(String process, long seq, Instant at) {}
}
