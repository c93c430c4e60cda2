package dev.queuelab.consumer;

import dev.queuelab.core.aws.CallErrors;
import dev.queuelab.core.knob.Knob;
import dev.queuelab.core.knob.Knobs;
import dev.queuelab.core.process.Shutdown;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;

/**
 * Looks at the tables before the first message is received: a table that cannot be used would fail every message, and
 * so send all of them to the dead-letter queue.
 */
final class TableCheck {
    private final Settings settings;
    private final DynamoDbClient dynamoDb;
    private final Shutdown shutdown;
    private final LongSupplier nanoTime;
    private final long begun;

    TableCheck(Settings settings, DynamoDbClient dynamoDb, Shutdown shutdown, LongSupplier nanoTime) {
        this.settings = settings;
        this.dynamoDb = dynamoDb;
        this.shutdown = shutdown;
        this.nanoTime = nanoTime;
        this.begun = nanoTime.getAsLong();
    }

    /**
     * Returns once each table is seen to be usable, or the end is requested. A table that cannot be reached is tried
     * again, up to the idle timeout.
     *
     * @throws BadSettingsException naming each variable and table that cannot be used
     * @throws UnreachableException if a table cannot be reached until the idle timeout
     */
    void run() throws BadSettingsException {
        List<String> problems = new ArrayList<>();
        for (Knob<Optional<String>> knob : Settings.TABLES) {
            settings.get(knob).flatMap(table -> problem(knob, table)).ifPresent(problems::add);
        }
        if (!problems.isEmpty()) {
            throw new BadSettingsException(problems);
        }
    }

    private Optional<String> problem(Knob<?> knob, String table) {
        Outage outage = new Outage("looking at table " + LogText.name(table) + " (" + knob.name() + ")");
        while (!shutdown.requested()) {
            try {
                TableDescription description = dynamoDb.describeTable(request -> request.tableName(table))
                        .table();
                if (description.tableStatus() != TableStatus.CREATING) {
                    outage.over();
                    return TableKey.problem(description).map(why -> refusal(knob, table, why));
                }
                pause(outage, new IllegalStateException("it is still being created"));
            } catch (ResourceNotFoundException e) {
                return Optional.of(refusal(
                        knob,
                        table,
                        "there is no such table (AWS_REGION, AWS_ENDPOINT_URL_DYNAMODB and the credentials decide"
                                + " where it is looked for)"));
            } catch (UnreachableException e) {
                throw e;
            } catch (RuntimeException e) {
                if (CallErrors.isLastingAtStart(e)) {
                    return Optional.of(refusal(knob, table, "DescribeTable failed: " + CallErrors.reason(e)));
                }
                pause(outage, e);
            }
        }
        return Optional.empty();
    }

    private void pause(Outage outage, RuntimeException error) {
        shutdown.requestedWithin(outage.failed(error));
        double idleSeconds = settings.get(Knobs.IDLE_TIMEOUT_SECONDS);
        if (idleSeconds > 0 && (nanoTime.getAsLong() - begun) / 1e9 >= idleSeconds) {
            outage.requireOver();
        }
    }

    private static String refusal(Knob<?> knob, String table, String why) {
        return knob.name() + "=" + LogText.name(table) + " is not accepted: " + LogText.reason(why);
    }
}
