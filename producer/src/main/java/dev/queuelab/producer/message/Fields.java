package dev.queuelab.producer.message;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Fields for one message.
 *
 * @param parsed what they say
 * @param raw the values as they were written: digits that a number type cannot hold are not lost
 */
public record Fields(ObjectNode parsed, Map<String, RawValue> raw) {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build();

    /**
     * Reads one JSON object.
     *
     * @throws IOException saying why {@code line} is not one
     */
    static Fields parse(String line) throws IOException {
        if (line.isBlank()) {
            throw new IOException("it is blank");
        }
        JsonNode node = JSON.readTree(line);
        if (!(node instanceof ObjectNode object)) {
            throw new IOException("it is not a JSON object");
        }
        return new Fields(object, rawValues(line));
    }

    private static Map<String, RawValue> rawValues(String line) throws IOException {
        Map<String, RawValue> raw = new LinkedHashMap<>();
        try (JsonParser parser = JSON.createParser(line)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                int begin = (int) parser.currentTokenLocation().getCharOffset();
                parser.skipChildren();
                parser.finishToken();
                int end = (int) parser.currentLocation().getCharOffset();
                raw.put(name, new RawValue(line.substring(begin, end).strip()));
            }
        }
        return raw;
    }
}
