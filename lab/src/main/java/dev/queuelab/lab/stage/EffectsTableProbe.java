package dev.queuelab.lab.stage;

import dev.queuelab.scenarios.check.Evidence;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What the external service recorded, looked at from outside. */
final class EffectsTableProbe {
    private static final String MESSAGE = "original_message_id";

    private final TableProbe table;

    EffectsTableProbe(DynamoDbClient dynamoDb, String table) {
        this.table = new TableProbe(dynamoDb, table);
    }

    /** The effects recorded under any of {@code keys}; keys without one are left out. */
    Map<String, Evidence.Effect> under(Collection<String> keys) {
        return effects(table.under(keys));
    }

    /** The effects recorded for any of these messages, under whatever keys; reads the whole table. */
    Map<String, Evidence.Effect> of(Collection<String> messages) {
        return effects(table.where(MESSAGE, messages));
    }

    private static Map<String, Evidence.Effect> effects(Map<String, Map<String, AttributeValue>> items) {
        Map<String, Evidence.Effect> effects = new HashMap<>();
        items.forEach((key, item) -> effects.put(
                key, new Evidence.Effect(TableProbe.number(item, "times_performed"), TableProbe.text(item, MESSAGE))));
        return effects;
    }
}
