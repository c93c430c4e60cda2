package dev.queuelab.consumer;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * The status table, in which a start also claims the message: {@code lease_owner}, {@code lease_until} (milliseconds since
 * 1970), and {@code fencing_token}, which counts the claims. It is the same call as without a lease, with a condition.
 *
 * <p>A claim that meets one of the same owner succeeds, whether it is the process's own first try, whose reply was lost,
 * or an earlier delivery, whose work failed. A completed message is not claimed any more.
 */
final class LeaseTable implements StatusStore {
    private static final String OWNER = "lease_owner";
    private static final String UNTIL = "lease_until";
    /** What a write with a fencing token needs, in either table: nobody was seen there with a newer one. */
    static final String NONE_NEWER = "attribute_not_exists(fencing_token) OR fencing_token <= :token";

    private static final String TOKEN = "fencing_token";

    private final DynamoDbClient dynamoDb;
    private final String table;
    private final Lease.Terms terms;
    private final Clock clock;

    LeaseTable(DynamoDbClient dynamoDb, String table, Lease.Terms terms, Clock clock) {
        this.dynamoDb = dynamoDb;
        this.table = table;
        this.terms = terms;
        this.clock = clock;
    }

    @Override
    public Begin start(String id, String digest) {
        Instant now = clock.instant();
        Instant until = end(now);
        try {
            Map<String, AttributeValue> item = dynamoDb.updateItem(request -> request.tableName(table)
                            .key(Map.of("message_id", fromS(id)))
                            .updateExpression("SET #status = if_not_exists(#status, :started),"
                                    + " " + StatusTable.DIGEST + " = if_not_exists(" + StatusTable.DIGEST
                                    + ", :digest),"
                                    + " last_updated = :now, expires_at = :expires,"
                                    + " " + OWNER + " = :owner, " + UNTIL + " = :until"
                                    + " ADD attempts :one, " + TOKEN + " :one")
                            .conditionExpression("(attribute_not_exists(#status) OR #status = :started) AND"
                                    + " (attribute_not_exists(" + UNTIL + ") OR " + UNTIL + " <= :millis"
                                    + " OR " + OWNER + " = :owner)")
                            .expressionAttributeNames(Map.of("#status", "status"))
                            .expressionAttributeValues(Map.of(
                                    ":started", fromS(StatusTable.STARTED),
                                    ":digest", fromS(digest),
                                    ":now", fromS(now.toString()),
                                    ":expires", StatusTable.expiry(now),
                                    ":owner", fromS(terms.owner()),
                                    ":until", millis(until),
                                    ":millis", millis(now),
                                    ":one", fromN("1")))
                            .returnValues(ReturnValue.ALL_NEW)
                            .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD))
                    .attributes();
            return StatusTable.startOf(item, Optional.of(new Lease(terms.owner(), number(item, TOKEN), until)));
        } catch (ConditionalCheckFailedException e) {
            return refusedBy(e.item());
        } catch (SdkException e) {
            throw new StepFailedException(StatusTable.STARTING, "table " + table, e);
        }
    }

    private static Begin refusedBy(Map<String, AttributeValue> item) {
        return StatusTable.isCompleted(item)
                ? StatusTable.startOf(item, Optional.empty())
                : new HeldByAnother(item.getOrDefault(OWNER, fromS("")).s(), Instant.ofEpochMilli(number(item, UNTIL)));
    }

    /** A repetition of the same completion succeeds, since a completed message is not claimed any more. */
    @Override
    public void complete(String id, Optional<Lease> lease) {
        Map<String, AttributeValue> values = new HashMap<>(Map.of(
                ":completed", fromS(StatusTable.COMPLETED),
                ":now", fromS(clock.instant().toString())));
        UpdateItemRequest.Builder request = UpdateItemRequest.builder()
                .tableName(table)
                .key(Map.of("message_id", fromS(id)))
                .updateExpression("SET #status = :completed, last_updated = :now REMOVE " + OWNER + ", " + UNTIL)
                .expressionAttributeNames(Map.of("#status", "status"));
        fencedToken(lease).ifPresent(token -> {
            values.put(":token", fromN(Long.toString(token)));
            request.conditionExpression(NONE_NEWER)
                    .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD);
        });
        try {
            dynamoDb.updateItem(request.expressionAttributeValues(values).build());
        } catch (ConditionalCheckFailedException e) {
            throw new FencedException(StatusTable.COMPLETING, fencedToken(lease).orElseThrow(), newestToken(e.item()));
        } catch (SdkException e) {
            throw new StepFailedException(StatusTable.COMPLETING, "table " + table, e);
        }
    }

    @Override
    public Optional<Lease> renew(String id, Lease lease) {
        Instant until = end(clock.instant());
        try {
            dynamoDb.updateItem(request -> request.tableName(table)
                    .key(Map.of("message_id", fromS(id)))
                    .updateExpression("SET " + UNTIL + " = :until")
                    .conditionExpression(OWNER + " = :owner AND " + TOKEN + " = :token")
                    .expressionAttributeValues(Map.of(
                            ":until", millis(until),
                            ":owner", fromS(lease.owner()),
                            ":token", fromN(Long.toString(lease.token())))));
            return Optional.of(new Lease(lease.owner(), lease.token(), until));
        } catch (ConditionalCheckFailedException e) {
            return Optional.empty();
        } catch (SdkException e) {
            throw new StepFailedException("renewing the lease", "table " + table, e);
        }
    }

    /** When a claim that is made now ends, as the table has it. */
    private Instant end(Instant now) {
        return now.plus(terms.length()).truncatedTo(ChronoUnit.MILLIS);
    }

    private Optional<Long> fencedToken(Optional<Lease> lease) {
        return lease.filter(unused -> terms.fenced()).map(Lease::token);
    }

    /** The newest token that an item, of either table, has seen; 0 if none. */
    static long newestToken(Map<String, AttributeValue> item) {
        return number(item, TOKEN);
    }

    private static AttributeValue millis(Instant at) {
        return fromN(Long.toString(at.toEpochMilli()));
    }

    private static long number(Map<String, AttributeValue> item, String attribute) {
        return Long.parseLong(item.getOrDefault(attribute, fromN("0")).n());
    }
}
