package dev.queuelab.consumer;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import dev.queuelab.core.history.Event;
import dev.queuelab.core.knob.ExternalService;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
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
    private static final String STEP = Event.Fenced.EFFECT;

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
    public Response perform(String key, String id, String digest, boolean onlyOnce, Optional<Long> fencingToken) {
        String request = UUID.randomUUID().toString();
        try {
            return new Response.Performed(
                    times(dynamoDb.updateItem(request(key, id, digest, request, onlyOnce, fencingToken))
                            .attributes()));
        } catch (ConditionalCheckFailedException e) {
            long newest = LeaseTable.newestToken(e.item());
            fencingToken.filter(token -> token < newest).ifPresent(token -> {
                throw new FencedException(STEP, token, newest);
            });
            // A retry by the SDK after a lost reply finds its own first try: that is our performance, not another's.
            boolean ours = e.hasItem() && fromS(request).equals(e.item().get(REQUEST));
            return ours ? new Response.Performed(times(e.item())) : new Response.Refused(performance(e.item()));
        } catch (SdkException e) {
            throw new StepFailedException(STEP, "table " + table, e);
        }
    }

    private UpdateItemRequest request(
            String key, String id, String digest, String request, boolean onlyOnce, Optional<Long> fencingToken) {
        Instant now = clock.instant();
        Map<String, AttributeValue> values = new HashMap<>(Map.of(
                ":now", fromS(now.toString()),
                ":digest", fromS(digest),
                ":id", fromS(id),
                ":request", fromS(request),
                ":expires", StatusTable.expiry(now),
                ":one", fromN("1")));
        fencingToken.ifPresent(token -> values.put(":token", fromN(Long.toString(token))));
        UpdateItemRequest.Builder update = UpdateItemRequest.builder()
                .tableName(table)
                .key(Map.of("message_id", fromS(key)))
                .updateExpression(
                        "SET performed_at = :now, " + StatusTable.DIGEST + " = :digest, original_message_id = :id, "
                                + REQUEST + " = :request, expires_at = :expires"
                                + (fencingToken.isPresent() ? ", fencing_token = :token" : "")
                                + " ADD " + TIMES + " :one")
                .expressionAttributeValues(values)
                .returnValues(ReturnValue.UPDATED_NEW);
        condition(onlyOnce, fencingToken)
                .ifPresent(condition -> update.conditionExpression(condition)
                        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD));
        return update.build();
    }

    /** A service that refuses every repetition refuses what comes too late as well. */
    private Optional<String> condition(boolean onlyOnce, Optional<Long> fencingToken) {
        return onlyOnce && manner == ExternalService.IDEMPOTENT
                ? Optional.of("attribute_not_exists(message_id)")
                : fencingToken.map(token -> LeaseTable.NONE_NEWER);
    }

    private static Performance performance(Map<String, AttributeValue> item) {
        return new Performance(Optional.ofNullable(item.get(StatusTable.DIGEST)).map(AttributeValue::s));
    }

    private static long times(Map<String, AttributeValue> item) {
        return Long.parseLong(item.getOrDefault(TIMES, fromN("0")).n());
    }
}
