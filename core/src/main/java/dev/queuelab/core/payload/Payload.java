package dev.queuelab.core.payload;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/**
 * What a message says: a JSON object, or {@code {"raw": body}} where the body is not one. Parsing never fails: a body
 * that is cut short, nested beyond 1,000 levels, ambiguous (the same field twice) or no object at all is kept as it is
 * under {@code raw}, and {@link #whyRaw()} has the reason.
 */
public final class Payload {
    /** The producer's name for a message; the unit of delivery idempotency. */
    public static final String ID = "id";

    /** How much work the message stands for, 1 to 1,000; means nothing to the consumer. */
    public static final String WORK = "work";

    /** True on a message that is meant to be refused. */
    public static final String POISON = "poison";

    /** Carries {@link #POISON_MARKER} on a poison message, for a consumer that looks for a marker in the body. */
    public static final String MARKER = "marker";

    public static final String POISON_MARKER = "POISON";

    /** The run that a message belongs to, so that a run can distinguish its own messages from another's. */
    public static final String RUN = "run";

    /** The version of the message's schema, as text: see {@link SchemaVersion}. */
    public static final String SCHEMA_VERSION = "schema_version";

    private static final String RAW = "raw";

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build();

    private final String body;
    private final JsonNode fields;
    private final Optional<String> whyRaw;

    private Payload(String body, JsonNode fields, Optional<String> whyRaw) {
        this.body = body;
        this.fields = fields;
        this.whyRaw = whyRaw;
    }

    public static Payload parse(String body) {
        try {
            JsonNode node = JSON.readTree(body);
            return node.isObject()
                    ? new Payload(body, node, Optional.empty())
                    : raw(body, "the body is not a JSON object");
        } catch (JsonProcessingException e) {
            return raw(body, "the body is not JSON: " + e.getOriginalMessage());
        }
    }

    private static Payload raw(String body, String why) {
        ObjectNode wrapped = JsonNodeFactory.instance.objectNode().put(RAW, body);
        return new Payload(body, wrapped, Optional.of(why));
    }

    /** The same message, in which fields that it lacks have these values. Its body and digest stay what they are. */
    public Payload withDefaults(Map<String, String> values) {
        ObjectNode complete = fields.deepCopy();
        values.forEach((name, value) -> {
            if (field(name).isEmpty()) {
                complete.put(name, value);
            }
        });
        return new Payload(body, complete, whyRaw);
    }

    /** The field's value, or empty where the field is absent or null. */
    public Optional<JsonNode> field(String name) {
        return Optional.ofNullable(fields.get(name)).filter(value -> !value.isNull());
    }

    /** The field as text: a string as it is, anything else as JSON; empty where the field is absent or null. */
    public Optional<String> text(String name) {
        return field(name).map(value -> value.isTextual() ? value.textValue() : value.toString());
    }

    /** The field as a whole number; empty where it is absent, or none that 64 bits hold. */
    public Optional<Long> wholeNumber(String name) {
        return field(name)
                .filter(value -> value.isIntegralNumber() && value.canConvertToLong())
                .map(JsonNode::longValue);
    }

    /** Why the body was taken as {@code {"raw": body}}; empty where it is a JSON object. */
    public Optional<String> whyRaw() {
        return whyRaw;
    }

    public boolean contains(String marker) {
        return body.contains(marker);
    }

    /** SHA-256 of the body in UTF-8, in hexadecimal. */
    public String digest() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
