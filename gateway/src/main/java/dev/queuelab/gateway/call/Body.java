package dev.queuelab.gateway.call;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** The body of a request or a reply, as it is on the wire. */
public final class Body {
    /** Numbers keep their digits. */
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private final byte[] bytes;

    private Body(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Takes the bytes, which nobody changes from now on. */
    public static Body of(byte[] bytes) {
        return new Body(bytes);
    }

    public static Body of(String text) {
        return new Body(text.getBytes(StandardCharsets.UTF_8));
    }

    public static Body of(JsonNode json) {
        try {
            return new Body(JSON.writeValueAsBytes(json));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree is always JSON", e);
        }
    }

    /** A JSON object with nothing in it. */
    public static ObjectNode emptyObject() {
        return JSON.createObjectNode();
    }

    /** Parses the body as a JSON object; returns an empty object if it is not one. Each call returns a new tree. */
    public ObjectNode json() {
        try {
            JsonNode node = JSON.readTree(bytes);
            return node instanceof ObjectNode object ? object : emptyObject();
        } catch (IOException e) {
            return emptyObject();
        }
    }

    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    public int length() {
        return bytes.length;
    }

    /** The first {@code most} bytes, or all if there are fewer. */
    public ByteBuffer first(int most) {
        return ByteBuffer.wrap(bytes, 0, Math.min(most, bytes.length)).asReadOnlyBuffer();
    }

    /** A new stream of all bytes. */
    public InputStream stream() {
        return new ByteArrayInputStream(bytes);
    }

    /** All bytes. */
    public ByteBuffer all() {
        return first(bytes.length);
    }
}
