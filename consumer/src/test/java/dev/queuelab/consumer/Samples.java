package dev.queuelab.consumer;

import dev.queuelab.core.payload.Payload;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What many tests begin with. */
final class Samples {
    static final String QUEUE_URL = "http://127.0.0.1/queue";

    private Samples() {}

    /** Settings of a consumer with these knobs, as name, value, name, value. */
    static Settings settings(String... knobs) {
        Map<String, String> variables = new LinkedHashMap<>(Map.of("QUEUE_URL", QUEUE_URL));
        for (int i = 0; i < knobs.length; i += 2) {
            variables.put(knobs[i], knobs[i + 1]);
        }
        try {
            return Settings.read(variables);
        } catch (BadSettingsException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** A first delivery of this body. */
    static Delivery delivery(String body) {
        return delivery(body, 1, Instant.EPOCH);
    }

    static Delivery delivery(String body, int receiveCount, Instant sentAt) {
        Payload payload = Payload.parse(body);
        return new Delivery(
                "m-1", "r-1", receiveCount, sentAt, Optional.empty(), payload, MessageIdentity.of(payload, "m-1"));
    }

    /** A first delivery of {@code {"id": id}}. */
    static Delivery message(String id) {
        return delivery("{\"id\":\"" + id + "\"}");
    }

    /** A first delivery of {@code {"id": id}}, by a message of this id. */
    static Delivery message(String messageId, String id) {
        Payload payload = Payload.parse("{\"id\":\"" + id + "\"}");
        MessageIdentity identity = MessageIdentity.of(payload, messageId);
        return new Delivery(messageId, messageId, 1, Instant.EPOCH, Optional.empty(), payload, identity);
    }
}
