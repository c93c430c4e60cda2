package dev.queuelab.runner.stage;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import dev.queuelab.scenarios.check.Evidence;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/** What the external service recorded, looked at from outside. */
final class EffectsProbe {
    /** DynamoDB, "BatchGetItem": up to 100 items a call. */
    private static final int MOST_KEYS = 100;

    private final DynamoDbClient dynamoDb;
    private final String table;

    EffectsProbe(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
    }

    /** The effects recorded under any of {@code keys}; keys without one are left out. */
    Map<String, Evidence.Effect> under(Collection<String> keys) {
        Map<String, Evidence.Effect> effects = new HashMap<>();
        List<String> left = new ArrayList<>(keys);
        while (!left.isEmpty()) {
            List<String> some = left.subList(0, Math.min(MOST_KEYS, left.size()));
            BatchGetItemResponse response = get(some);
            response.responses()
                    .getOrDefault(table, List.of())
                    .forEach(item -> effects.put(
                            item.getOrDefault("message_id", fromS("")).s(), effect(item)));
            some.clear();
            KeysAndAttributes unread = response.unprocessedKeys().get(table);
            if (unread != null) {
                unread.keys()
                        .forEach(key -> left.add(
                                key.getOrDefault("message_id", fromS("")).s()));
            }
        }
        return effects;
    }

    private BatchGetItemResponse get(List<String> keys) {
        KeysAndAttributes wanted = KeysAndAttributes.builder()
                .keys(keys.stream().map(key -> Map.of("message_id", fromS(key))).toList())
                .consistentRead(true)
                .build();
        return dynamoDb.batchGetItem(request -> request.requestItems(Map.of(table, wanted)));
    }

    private static Evidence.Effect effect(Map<String, AttributeValue> item) {
        return new Evidence.Effect(
                Long.parseLong(item.getOrDefault("times_performed", fromN("1")).n()),
                item.getOrDefault("original_message_id", fromS("")).s());
    }
}
