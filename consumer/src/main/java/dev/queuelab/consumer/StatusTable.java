package dev.queuelab.consumer;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import dev.queuelab.core.history.Event;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

/** {@link StatusStore} in a DynamoDB table: {@code status}, {@code attempts}, {@code last_updated}. */
final class StatusTable implements StatusStore {
    /** Longer than SQS can keep a message (14 days), so that no redelivery outlives what we know of it. */
    static final Duration KEPT = Duration.ofDays(15);

    static final String DIGEST = "payload_digest";

    static final String STARTED = "STARTED";
    static final String COMPLETED = "COMPLETED";

    static final String STARTING = "recording the start";
    static final String COMPLETING = Event.Fenced.COMPLETION;

    private final DynamoDbClient dynamoDb;
    private final String table;
    private final Clock clock;

    StatusTable(DynamoDbClient dynamoDb, String table, Clock clock) {
        this.dynamoDb = dynamoDb;
        this.table = table;
        this.clock = clock;
    }

    /** One write that also reads: counts the attempt, and leaves COMPLETED as it is. */
    @Override
    public Start start(String id, String digest) {
        Instant now = clock.instant();
        Map<String, AttributeValue> item;
        try {
            item = dynamoDb.updateItem(request -> request.tableName(table)
                            .key(Map.of("message_id", fromS(id)))
                            .updateExpression("SET #status = if_not_exists(#status, :started),"
                                    + " " + DIGEST + " = if_not_exists(" + DIGEST + ", :digest),"
                                    + " last_updated = :now, expires_at = :expires ADD attempts :one")
                            .expressionAttributeNames(Map.of("#status", "status"))
                            .expressionAttributeValues(Map.of(
                                    ":started", fromS(STARTED),
                                    ":digest", fromS(digest),
                                    ":now", fromS(now.toString()),
                                    ":expires", expiry(now),
                                    ":one", fromN("1")))
                            .returnValues(ReturnValue.ALL_NEW))
                    .attributes();
        } catch (SdkException e) {
            throw new StepFailedException(STARTING, "table " + table, e);
        }
        return startOf(item, Optional.empty());
    }

    /** What the item says once a start is in it. */
    static Start startOf(Map<String, AttributeValue> item, Optional<Lease> lease) {
        return new Start(stateOf(item), Optional.ofNullable(item.get(DIGEST)).map(AttributeValue::s), lease);
    }

    static boolean isCompleted(Map<String, AttributeValue> item) {
        return COMPLETED.equals(item.getOrDefault("status", fromS("")).s());
    }

    /** When DynamoDB may forget an item that is written now. */
    static AttributeValue expiry(Instant now) {
        return fromN(Long.toString(now.plus(KEPT).getEpochSecond()));
    }

    private static ProcessingState stateOf(Map<String, AttributeValue> item) {
        if (isCompleted(item)) {
            return ProcessingState.COMPLETED;
        }
        return "1".equals(item.getOrDefault("attempts", fromN("0")).n())
                ? ProcessingState.FIRST_START
                : ProcessingState.MAY_BE_DONE;
    }

    @Override
    public void complete(String id, Optional<Lease> lease) {
        try {
            dynamoDb.updateItem(request -> request.tableName(table)
                    .key(Map.of("message_id", fromS(id)))
                    .updateExpression("SET #status = :completed, last_updated = :now")
                    .expressionAttributeNames(Map.of("#status", "status"))
                    .expressionAttributeValues(Map.of(
                            ":completed", fromS(COMPLETED),
                            ":now", fromS(clock.instant().toString()))));
        } catch (SdkException e) {
            throw new StepFailedException(COMPLETING, "table " + table, e);
        }
    }
}
