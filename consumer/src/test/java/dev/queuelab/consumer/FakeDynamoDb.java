package dev.queuelab.consumer;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/**
 * The two tables, {@value #STATUS} and {@value #EFFECTS}, as far as the consumer's few requests go. A read that may be
 * behind is: it finds nothing.
 */
final class FakeDynamoDb implements DynamoDbClient {
    static final String STATUS = "status-table";
    static final String EFFECTS = "effects-table";

    private final List<String> calls;
    private final Map<String, Map<String, AttributeValue>> rows = new ConcurrentHashMap<>();
    private volatile Predicate<String> down = call -> false;
    private boolean losesReplies;

    FakeDynamoDb(List<String> calls) {
        this.calls = calls;
    }

    /** From now on fails the calls whose line in {@code calls} starts so, such as "complete". */
    void failAt(String start) {
        down = call -> call.startsWith(start);
    }

    /** Runs {@code action} when a call whose line starts so comes in. */
    void before(String start, Runnable action) {
        down = call -> {
            if (call.startsWith(start)) {
                action.run();
            }
            return false;
        };
    }

    /** Runs {@code action} when a call comes in, given its line. */
    void onEach(Consumer<String> action) {
        down = call -> {
            action.accept(call);
            return false;
        };
    }

    void recover() {
        down = call -> false;
    }

    /** The client never hears of a write, tries again, and is answered that time. */
    void loseReplies() {
        losesReplies = true;
    }

    /** A row, empty where there is none. */
    Map<String, AttributeValue> row(String table, String key) {
        return rows.getOrDefault(table + "/" + key, Map.of());
    }

    long timesPerformed(String key) {
        AttributeValue times = row(EFFECTS, key).get("times_performed");
        return times == null ? 0 : Long.parseLong(times.n());
    }

    @Override
    public UpdateItemResponse updateItem(UpdateItemRequest request) {
        answer(nameOf(request), keyOf(request.key()));
        if (losesReplies) {
            update(request);
        }
        return update(request);
    }

    private static String nameOf(UpdateItemRequest request) {
        if (request.tableName().equals(EFFECTS)) {
            return "perform";
        }
        String update = request.updateExpression();
        return update.contains("attempts") ? "start" : update.contains(":completed") ? "complete" : "renew";
    }

    private synchronized UpdateItemResponse update(UpdateItemRequest request) {
        Map<String, String> names = request.expressionAttributeNames();
        Map<String, AttributeValue> values = request.expressionAttributeValues();
        Map<String, AttributeValue> before = row(request.tableName(), keyOf(request.key()));
        if (request.conditionExpression() != null
                && !FakeExpression.holds(request.conditionExpression(), names, values, before)) {
            boolean asked =
                    request.returnValuesOnConditionCheckFailure() == ReturnValuesOnConditionCheckFailure.ALL_OLD;
            throw ConditionalCheckFailedException.builder()
                    .item(asked ? before : null)
                    .build();
        }
        Map<String, AttributeValue> row = row(request);
        FakeExpression.apply(request.updateExpression(), names, values, row);
        boolean asked =
                request.returnValues() == ReturnValue.ALL_NEW || request.returnValues() == ReturnValue.UPDATED_NEW;
        UpdateItemResponse.Builder response = UpdateItemResponse.builder();
        return (asked ? response.attributes(row) : response).build();
    }

    @Override
    public GetItemResponse getItem(GetItemRequest request) {
        String key = keyOf(request.key());
        answer("look", key);
        GetItemResponse.Builder response = GetItemResponse.builder();
        Map<String, AttributeValue> row = row(request.tableName(), key);
        boolean seen = !row.isEmpty() && Boolean.TRUE.equals(request.consistentRead());
        return (seen ? response.item(row) : response).build();
    }

    private Map<String, AttributeValue> row(UpdateItemRequest request) {
        return Objects.requireNonNull(rows.computeIfAbsent(
                request.tableName() + "/" + keyOf(request.key()),
                unused -> new HashMap<>(Map.of("message_id", fromS(keyOf(request.key()))))));
    }

    private void answer(String what, String key) {
        String call = what + " " + key;
        calls.add(call);
        if (down.test(call)) {
            throw DynamoDbException.builder().message("the table is down").build();
        }
    }

    private static String keyOf(Map<String, AttributeValue> key) {
        return Objects.requireNonNull(key.get("message_id")).s();
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {}
}
