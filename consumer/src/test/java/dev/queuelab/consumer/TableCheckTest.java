package dev.queuelab.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.queuelab.core.process.Shutdown;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableResponse;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;

/** What the consumer makes of its tables before it receives. */
@Timeout(60)
class TableCheckTest {
    private final List<String> described = new ArrayList<>();
    private final Deque<Supplier<TableDescription>> answers = new ArrayDeque<>();
    private final Shutdown shutdown = Shutdown.never();
    private long nanos;

    @Test
    void bothTablesAreLookedAt() throws Exception {
        answers.add(() -> table(TableStatus.ACTIVE, "message_id S HASH"));
        answers.add(() -> table(TableStatus.UPDATING, "message_id S HASH"));

        check().run();

        assertThat(described).containsExactly("s", "e");
    }

    static Stream<Arguments> unusable() {
        return Stream.of(
                Arguments.of(table(TableStatus.ACTIVE, "id S HASH"), "the table's key is id (S, HASH)"),
                Arguments.of(table(TableStatus.ACTIVE, "message_id N HASH"), "the table's key is message_id (N, HASH)"),
                Arguments.of(
                        table(TableStatus.ACTIVE, "message_id S HASH", "at N RANGE"),
                        "the table's key is message_id (S, HASH), at (N, RANGE)"),
                Arguments.of(table(TableStatus.DELETING, "message_id S HASH"), "the table is DELETING"));
    }

    @ParameterizedTest
    @MethodSource("unusable")
    void eachTableThatCannotBeUsedIsNamedWithItsVariableAndWhatIsWrong(TableDescription table, String problem) {
        answers.add(() -> table);
        answers.add(() -> table);

        assertThatThrownBy(() -> check().run())
                .isInstanceOf(BadSettingsException.class)
                .hasMessageContainingAll(
                        "MESSAGE_STATUS_TABLE=s is not accepted: " + problem + ", expected ",
                        "MESSAGE_SIDE_EFFECTS_TABLE=e is not accepted: " + problem + ", expected ");
    }

    @Test
    void aTableThatDoesNotExistIsNamed() {
        answers.add(() -> {
            throw ResourceNotFoundException.builder().statusCode(400).build();
        });
        answers.add(() -> table(TableStatus.ACTIVE, "message_id S HASH"));

        assertThatThrownBy(() -> check().run())
                .isInstanceOf(BadSettingsException.class)
                .hasMessageContaining("MESSAGE_STATUS_TABLE=s is not accepted: there is no such table")
                .hasMessageNotContaining("MESSAGE_SIDE_EFFECTS_TABLE");
    }

    static Stream<RuntimeException> passing() {
        return Stream.of(
                SdkClientException.create("no network", new IOException("Connection refused")),
                DynamoDbException.builder().statusCode(500).message("down").build());
    }

    @ParameterizedTest
    @MethodSource("passing")
    void anErrorThatMayPassIsTriedAgain(RuntimeException error) {
        answers.add(() -> {
            throw error;
        });
        answers.add(() -> table(TableStatus.CREATING, "message_id S HASH"));
        answers.add(() -> table(TableStatus.ACTIVE, "message_id S HASH"));
        answers.add(() -> table(TableStatus.ACTIVE, "message_id S HASH"));

        assertThatCode(() -> check().run()).doesNotThrowAnyException();
        assertThat(described).containsExactly("s", "s", "s", "e");
    }

    @Test
    void aTableThatCannotBeReachedEndsTheRunAtTheIdleTimeout() {
        answers.add(() -> {
            nanos += 3_000_000_000L;
            throw SdkClientException.create("no network", new IOException("Connection refused"));
        });

        assertThatThrownBy(() -> check("IDLE_TIMEOUT_SECONDS", "3").run())
                .isInstanceOf(UnreachableException.class)
                .hasMessage("looking at table s (MESSAGE_STATUS_TABLE) failed 1 times in a row, until the idle timeout:"
                        + " no network");
    }

    @Test
    void aRequestedEndEndsTheTries() throws Exception {
        answers.add(() -> {
            shutdown.request();
            throw SdkClientException.create("no network", new IOException("Connection refused"));
        });

        check().run();

        assertThat(described).containsExactly("s");
    }

    private TableCheck check(String... knobs) {
        Settings settings = Samples.settings(Stream.concat(
                        Stream.of("MESSAGE_STATUS_TABLE", "s", "MESSAGE_SIDE_EFFECTS_TABLE", "e"), Stream.of(knobs))
                .toArray(String[]::new));
        return new TableCheck(settings, new Described(), shutdown, () -> nanos);
    }

    /** A table with this key, each element as "name type role". */
    private static TableDescription table(TableStatus status, String... key) {
        List<String[]> elements =
                Stream.of(key).map(element -> element.split(" ", -1)).toList();
        return TableDescription.builder()
                .tableStatus(status)
                .keySchema(elements.stream()
                        .map(element -> KeySchemaElement.builder()
                                .attributeName(element[0])
                                .keyType(KeyType.fromValue(element[2]))
                                .build())
                        .toList())
                .attributeDefinitions(elements.stream()
                        .map(element -> AttributeDefinition.builder()
                                .attributeName(element[0])
                                .attributeType(element[1])
                                .build())
                        .toList())
                .build();
    }

    /** DynamoDB, as far as DescribeTable goes: gives the answers in turn. */
    private final class Described implements DynamoDbClient {
        @Override
        public DescribeTableResponse describeTable(DescribeTableRequest request) {
            described.add(request.tableName());
            return DescribeTableResponse.builder().table(answers.remove().get()).build();
        }

        @Override
        public String serviceName() {
            return SERVICE_NAME;
        }

        @Override
        public void close() {}
    }
}
