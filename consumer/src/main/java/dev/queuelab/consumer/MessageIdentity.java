package dev.queuelab.consumer;

import com.fasterxml.jackson.databind.JsonNode;
import dev.queuelab.core.payload.Payload;
import java.util.Locale;
import java.util.Optional;

/** What makes two deliveries the same message: the payload's {@code id}, or where it has none, SQS's MessageId. */
sealed interface MessageIdentity {

    record Known(String id) implements MessageIdentity {}

    /** There is an id, but it cannot be the key of a table. */
    record Refused(String reason) implements MessageIdentity {}

    static MessageIdentity of(Payload payload, String messageId) {
        Optional<JsonNode> id = payload.field(Payload.ID);
        if (id.isEmpty()) {
            return new Known(messageId);
        }
        JsonNode value = id.get();
        if (!value.isTextual() && !value.isIntegralNumber()) {
            String type = value.getNodeType().name().toLowerCase(Locale.ROOT);
            return new Refused("its id is of type " + type + ": expected a string or a whole number");
        }
        String text = value.asText();
        return EffectKeys.problem(text)
                .<MessageIdentity>map(why -> new Refused("its id " + why))
                .orElseGet(() -> new Known(text));
    }
}
