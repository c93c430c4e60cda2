package dev.queuelab.gateway.call;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Recognizes a write to DynamoDB by which an effect is recorded: one that names the attribute {@code original_message_id},
 * or counts {@code times_performed} (docs/bring-your-own-consumer.md, effects table).
 */
final class EffectItem {
    private static final String MESSAGE = "original_message_id";
    private static final String TIMES = "times_performed";
    private static final Pattern SET_MESSAGE =
            Pattern.compile(MESSAGE + "\\s*=\\s*(?:if_not_exists\\s*\\(\\s*" + MESSAGE + "\\s*,\\s*)?(:\\w+)");

    private EffectItem() {}

    /** The id of the message whose effect the request writes, or else the item's key; empty where it writes none. */
    static Optional<String> messageOf(JsonNode request, String key) {
        JsonNode item = request.path("Item");
        if (item.has(MESSAGE) || item.has(TIMES)) {
            return Optional.of(text(item.path(MESSAGE), key));
        }
        String update = update(request);
        if (!update.contains(MESSAGE) && !update.contains(TIMES)) {
            return Optional.empty();
        }
        Matcher set = SET_MESSAGE.matcher(update);
        return Optional.of(
                set.find() ? text(request.path("ExpressionAttributeValues").path(set.group(1)), key) : key);
    }

    /** The update's expression, with the names that stand in it for others replaced by those. */
    private static String update(JsonNode request) {
        String update = request.path("UpdateExpression").asText();
        JsonNode names = request.path("ExpressionAttributeNames");
        for (var name : names.properties()) {
            update = update.replaceAll(
                    Pattern.quote(name.getKey()) + "\\b",
                    Matcher.quoteReplacement(name.getValue().asText()));
        }
        return update;
    }

    private static String text(JsonNode attribute, String otherwise) {
        return attribute.path("S").isTextual() ? attribute.path("S").textValue() : otherwise;
    }
}
