package dev.queuelab.consumer;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import dev.queuelab.core.knob.ExternalService;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** {@link EffectService} played by a DynamoDB table, which counts each performance in {@code times_performed}. */
final class SideEffectsTable implements EffectService {
    private static final String TIMES = "times_performed";
    private static final String REQUEST = "request_token";

    private final DynamoDbClient dynamoDb;
    private final String table;
    private final ExternalService manner;
    private final Clock clock;

    SideEffectsTable(DynamoDbClient dynamoDb, String table, ExternalService manner, Clock clock) {
        this.dynamoDb = dynamoDb;
        this.table = table;
        this.manner = manner;
        this.clock = clock;
    }

    @Override
    public Optional<Performance> find(String key) {
        try {
            GetItemResponse found = dynamoDb.getItem(request -> request.tableName(table)
                    .key(Map.of("message_id", fromS(key)))
                    .consistentRead(true)
                    .projectionExpression(TIMES + ", " + StatusTable.DIGEST));
            return found.hasItem() ? Optional.of(performance(found.item())) : Optional.empty();
        } catch (SdkException e) {
            throw new StepFailedException("looking for the effect", "table " + table, e);
        }
    }

    @Override
    public Response perform(String key, String id, String digest, boolean onlyOnce) {
        String token = UUID.randomUUID().toString();
        UpdateItemRequest.Builder request = request(key, id, digest, token);
        if (onlyOnce && manner == ExternalService.IDEMPOTENT) {
            request.conditionExpression("attribute_not_exists(message_id)")
                    .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD);
        }
        try {
            return new Response.Performed(
                    times(dynamoDb.updateItem(request.build()).attributes()));
        } catch (ConditionalCheckFailedException e) {
            // A retry by the SDK after a lost reply finds its own first try: that is our performance, not another's.
            boolean ours = e.hasItem() && fromS(token).equals(e.item().get(REQUEST));
            return ours ? new Response.Performed(times(e.item())) : new Response.Refused(performance(e.item()));
        } catch (SdkException e) {
            throw new StepFailedException("performing the effect", "table " + table, e);
        }
    }

    private UpdateItemRequest.Builder request(String key, String id, String digest, String token) {
        Instant now = clock.instant();
        return UpdateItemRequest.builder()
                .tableName(table)
                .key(Map.of("message_id", fromS(key)))
                .updateExpression(
                        "SET performed_at = :now, " + StatusTable.DIGEST + " = :digest, original_message_id = :id, "
                                + REQUEST + " = :token, expires_at = :expires ADD " + TIMES + " :one")
                .expressionAttributeValues(Map.of(
                        ":now", fromS(now.toString()),
                        ":digest", fromS(digest),
                        ":id", fromS(id),
                        ":token", fromS(token),
                        ":expires",
                                fromN(Long.toString(now.plus(StatusTable.KEPT).getEpochSecond())),
                        ":one", fromN("1")))
                .returnValues(ReturnValue.UPDATED_NEW);
    }

    private static Performance performance(Map<String, AttributeValue> item) {
        return new Performance(Optional.ofNullable(item.get(StatusTable.DIGEST)).map(AttributeValue::s));
    }

    private static long times(Map<String, AttributeValue> item) {
        return Long.parseLong(item.getOrDefault(TIMES, fromN("0")).n());
    }
}
