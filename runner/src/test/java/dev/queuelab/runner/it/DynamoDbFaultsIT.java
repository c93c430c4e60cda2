package dev.queuelab.runner.it;

import static dev.queuelab.runner.it.TestQueue.errorOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Faults of DynamoDB, as two SDKs meet them. */
class DynamoDbFaultsIT {
    @RegisterExtension
    static final FaultyGateway GATEWAY = new FaultyGateway();

    /** A table of a test's own, with the key {@code message_id}, seen through one client. */
    private record TestTable(SdkClient client, String name) {
        static TestTable create(SdkClient client) {
            String name = "test-" + UUID.randomUUID();
            client.dynamoDb(
                    "CreateTable",
                    Map.of(
                            "TableName",
                            name,
                            "BillingMode",
                            "PAY_PER_REQUEST",
                            "AttributeDefinitions",
                            List.of(Map.of("AttributeName", "message_id", "AttributeType", "S")),
                            "KeySchema",
                            List.of(Map.of("AttributeName", "message_id", "KeyType", "HASH"))));
            return new TestTable(client, name);
        }

        TestTable through(SdkClient other) {
            return new TestTable(other, name);
        }

        void put(String id, String attribute, String number) {
            client.dynamoDb("PutItem", put(name, id, attribute, number));
        }

        static Map<String, Object> put(String table, String id, String attribute, String number) {
            return Map.of(
                    "TableName", table, "Item", Map.of("message_id", Map.of("S", id), attribute, Map.of("N", number)));
        }

        /** Sets the number that {@link #value} returns. */
        void update(String id, String number) {
            client.dynamoDb(
                    "UpdateItem",
                    Map.of(
                            "TableName", name,
                            "Key", key(id),
                            "UpdateExpression", "SET #v = :v",
                            "ExpressionAttributeNames", Map.of("#v", "value"),
                            "ExpressionAttributeValues", Map.of(":v", Map.of("N", number))));
        }

        void delete(String id) {
            client.dynamoDb("DeleteItem", Map.of("TableName", name, "Key", key(id)));
        }

        String value(String id, boolean consistent) {
            return get(id, consistent).path("Item").path("value").path("N").asText();
        }

        JsonNode get(String id, boolean consistent) {
            return client.dynamoDb("GetItem", Map.of("TableName", name, "Key", key(id), "ConsistentRead", consistent));
        }

        private static Map<String, Object> key(String id) {
            return Map.of("message_id", Map.of("S", id));
        }
    }

    @EachSdk
    void aCallBeyondTheThroughputIsRefused(String sdk) {
        TestTable table = TestTable.create(GATEWAY.with(sdk, "throughput-exceeded:operations=PutItem"));

        String error = errorOf(() -> table.put("a", "value", "1"));

        assertThat(error).isEqualTo("ProvisionedThroughputExceededException");
        assertThat(table.get("a", true).has("Item")).isFalse();
    }

    @EachSdk
    void aThrottledTableRefusesACall(String sdk) {
        TestTable table = TestTable.create(GATEWAY.with(sdk, "table-throttled:operations=GetItem"));

        String error = errorOf(() -> table.get("a", true));

        assertThat(error).isEqualTo("ThrottlingException");
    }

    @EachSdk
    void aWriteThatConflictsWithATransactionIsRefused(String sdk) {
        TestTable table = TestTable.create(GATEWAY.with(sdk, "transaction-conflict"));

        String error = errorOf(() -> table.update("a", "1"));

        assertThat(error).isEqualTo("TransactionConflictException");
        assertThat(table.get("a", true).has("Item")).isFalse();
    }

    @EachSdk
    void aTransactionThatConflictsIsCancelledForThatReason(String sdk) {
        TestTable table = TestTable.create(GATEWAY.with(sdk, "transaction-conflict"));
        Map<String, Object> writes = Map.of(
                "TransactItems",
                List.of(
                        Map.of("Put", TestTable.put(table.name(), "a", "value", "1")),
                        Map.of("Put", TestTable.put(table.name(), "b", "value", "1"))));

        SdkClient.CallFailedException error = catchThrowableOfType(
                SdkClient.CallFailedException.class, () -> table.client().dynamoDb("TransactWriteItems", writes));

        assertThat(error.code).isEqualTo("TransactionCanceledException");
        assertThat(error).hasMessageContaining("[TransactionConflict, None]");
        assertThat(table.get("a", true).has("Item")).isFalse();
    }

    @EachSdk
    void aReadIsStaleUnlessItAsksForConsistency(String sdk) {
        TestTable table = TestTable.create(GATEWAY.with(sdk, "stale-read"));
        table.put("a", "value", "1");
        assertThat(table.get("a", false).has("Item")).isFalse();

        table.update("a", "2");

        assertThat(table.value("a", false)).isEqualTo("1");
        assertThat(table.value("a", true)).isEqualTo("2");
        assertThat(GATEWAY.met("GetItem")).containsExactly("stale-read", "stale-read");
    }

    @EachSdk
    void aReadAfterATransactionIsStaleForEachOfItsItems(String sdk) {
        TestTable table = TestTable.create(GATEWAY.with(sdk, "stale-read"));

        table.client()
                .dynamoDb(
                        "TransactWriteItems",
                        Map.of(
                                "TransactItems",
                                List.of(
                                        Map.of("Put", TestTable.put(table.name(), "a", "value", "1")),
                                        Map.of("Put", TestTable.put(table.name(), "b", "value", "1")))));

        assertThat(table.get("a", false).has("Item")).isFalse();
        assertThat(table.get("b", false).has("Item")).isFalse();
        assertThat(table.value("b", true)).isEqualTo("1");
    }

    @EachSdk
    void anExpiredItemIsReadableAfterTheServiceHasRemovedIt(String sdk) {
        TestTable table = TestTable.create(GATEWAY.with(sdk, "expired-readable:attribute=lease_end"));
        TestTable service = table.through(GATEWAY.with(sdk));
        table.put("expired", "lease_end", "1");
        table.put("valid", "lease_end", "9999999999");

        service.delete("expired");
        service.delete("valid");

        assertThat(table.get("expired", true)
                        .path("Item")
                        .path("lease_end")
                        .path("N")
                        .asText())
                .isEqualTo("1");
        assertThat(table.get("valid", true).has("Item")).isFalse();
    }

    @EachSdk
    void anExpiredItemThatAClientDeletesIsGone(String sdk) {
        TestTable table = TestTable.create(GATEWAY.with(sdk, "expired-readable"));
        table.put("a", "expires_at", "1");

        table.delete("a");

        assertThat(table.get("a", true).has("Item")).isFalse();
    }
}
