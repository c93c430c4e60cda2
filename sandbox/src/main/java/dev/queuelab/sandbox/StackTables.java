package dev.queuelab.sandbox;

import java.util.List;
import java.util.Map;

/** The two tables of a stack. DynamoDB Local has them ready at once, so nothing waits. */
final class StackTables {
    static final String HASH_KEY = "message_id";
    /** Holds the second since the epoch after which an item may be deleted. */
    static final String EXPIRY = "expires_at";

    private StackTables() {}

    static void create(AwsJsonClient dynamoDb, StackNames names) {
        createTable(dynamoDb, names.messageStatusTable());
        createTable(dynamoDb, names.messageSideEffectsTable());
    }

    private static void createTable(AwsJsonClient dynamoDb, String name) {
        dynamoDb.call(
                "CreateTable",
                Map.of(
                        "TableName",
                        name,
                        "BillingMode",
                        "PAY_PER_REQUEST",
                        "AttributeDefinitions",
                        List.of(Map.of("AttributeName", HASH_KEY, "AttributeType", "S")),
                        "KeySchema",
                        List.of(Map.of("AttributeName", HASH_KEY, "KeyType", "HASH"))));
        dynamoDb.call(
                "UpdateTimeToLive",
                Map.of("TableName", name, "TimeToLiveSpecification", Map.of("AttributeName", EXPIRY, "Enabled", true)));
    }
}
