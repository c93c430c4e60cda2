package dev.queuelab.lab.stage;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;

/** One table whose key is {@code message_id}, looked at from outside. */
final class TableProbe {
    private static final String KEY = "message_id";

    /** DynamoDB, "BatchGetItem": up to 100 items a call. */
    private static final int MOST_KEYS = 100;

    private final DynamoDbClient dynamoDb;
    private final String table;

    TableProbe(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
    }

    /** The items under any of {@code keys}; keys without one are left out. */
    Map<String, Map<String, AttributeValue>> under(Collection<String> keys) {
        Map<String, Map<String, AttributeValue>> items = new HashMap<>();
        List<String> left = new ArrayList<>(keys);
        while (!left.isEmpty()) {
            List<String> some = left.subList(0, Math.min(MOST_KEYS, left.size()));
            BatchGetItemResponse response = get(some);
            response.responses().getOrDefault(table, List.of()).forEach(item -> items.put(text(item, KEY), item));
            some.clear();
            KeysAndAttributes unread = response.unprocessedKeys().get(table);
            if (unread != null) {
                unread.keys().forEach(key -> left.add(text(key, KEY)));
            }
        }
        return items;
    }

    private BatchGetItemResponse get(List<String> keys) {
        KeysAndAttributes wanted = KeysAndAttributes.builder()
                .keys(keys.stream().map(key -> Map.of(KEY, fromS(key))).toList())
                .consistentRead(true)
                .build();
        return dynamoDb.batchGetItem(request -> request.requestItems(Map.of(table, wanted)));
    }

    /** All items whose attribute {@code name} is one of {@code values}; reads the whole table. */
    Map<String, Map<String, AttributeValue>> where(String name, Collection<String> values) {
        Map<String, Map<String, AttributeValue>> items = new HashMap<>();
        ScanRequest request =
                ScanRequest.builder().tableName(table).consistentRead(true).build();
        ScanResponse page;
        do {
            page = dynamoDb.scan(request);
            page.items().stream()
                    .filter(item -> values.contains(text(item, name)))
                    .forEach(item -> items.put(text(item, KEY), item));
            request = request.toBuilder()
                    .exclusiveStartKey(page.lastEvaluatedKey())
                    .build();
        } while (page.hasLastEvaluatedKey());
        return items;
    }

    /** An attribute's text; empty where it has none. */
    static String text(Map<String, AttributeValue> item, String name) {
        String text = item.getOrDefault(name, fromS("")).s();
        return text == null ? "" : text;
    }

    /** An attribute's number; 0 where it has none. */
    static long number(Map<String, AttributeValue> item, String name) {
        String number = item.getOrDefault(name, fromN("0")).n();
        return number == null ? 0 : Long.parseLong(number);
    }
}
