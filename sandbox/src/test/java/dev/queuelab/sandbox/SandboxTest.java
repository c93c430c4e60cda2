package dev.queuelab.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** The running sandbox, asked over the clients that users' programs have. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SandboxTest {
    private static final String REGION = "eu-central-1";

    private final SandboxSettings settings = new SandboxSettings(
            0,
            0,
            REGION,
            new QueueSettings(7, 0),
            Stream.of(new StackSpec("plain", false), new StackSpec("nack", false), new StackSpec("ordered", true))
                    .map(stack -> new StackNames("lab", stack))
                    .toList());
    private final Sandbox sandbox = Sandbox.start(settings);
    private final SqsClient sqs = LocalClients.sqs(sandbox.endpoints().sqs(), REGION);
    private final DynamoDbClient dynamoDb =
            LocalClients.dynamoDb(sandbox.endpoints().dynamodb(), REGION);

    @BeforeAll
    void isUp() {
        assertThat(sandbox.stacks()).extracting(Stack::key).containsExactly("plain", "nack", "ordered");
    }

    @AfterAll
    void stop() {
        sqs.close();
        dynamoDb.close();
        sandbox.close();
    }

    @ParameterizedTest
    @MethodSource("stacks")
    void everyQueueHasItsSettings(Stack stack) {
        Map<QueueAttributeName, String> attributes = attributes(stack.queueUrl());

        assertThat(attributes)
                .containsEntry(QueueAttributeName.VISIBILITY_TIMEOUT, "7")
                .containsEntry(QueueAttributeName.RECEIVE_MESSAGE_WAIT_TIME_SECONDS, "0");
        assertThat(attributes.get(QueueAttributeName.REDRIVE_POLICY))
                .contains("\"" + stack.dlqArn() + "\"")
                .containsPattern("\"maxReceiveCount\" ?: ?\"?2\\b");
    }

    @ParameterizedTest
    @MethodSource("stacks")
    void everyDeadLetterQueueIsWhereItsArnSays(Stack stack) {
        assertThat(stack.dlqArn()).startsWith("arn:aws:sqs:" + REGION + ":000000000000:lab-" + stack.key() + "-dlq");
        assertThat(attributes(stack.dlqUrl())).containsEntry(QueueAttributeName.QUEUE_ARN, stack.dlqArn());
    }

    @ParameterizedTest
    @MethodSource("stacks")
    void queueUrlsLeadToTheEndpoint(Stack stack) {
        URI endpoint = sandbox.endpoints().sqs();

        assertThat(List.of(stack.queueUrl(), stack.dlqUrl())).allMatch(url -> url.startsWith(endpoint + "/"));
    }

    @ParameterizedTest
    @MethodSource("stacks")
    void everyTableHasItsKeyItsBillingAndItsExpiry(Stack stack) {
        for (String name : List.of(stack.messageStatusTable(), stack.messageSideEffectsTable())) {
            var table = dynamoDb.describeTable(r -> r.tableName(name)).table();
            var expiry = dynamoDb.describeTimeToLive(r -> r.tableName(name)).timeToLiveDescription();

            assertThat(table.keySchema()).singleElement().satisfies(key -> {
                assertThat(key.attributeName()).isEqualTo("message_id");
                assertThat(key.keyType()).isEqualTo(KeyType.HASH);
            });
            assertThat(table.attributeDefinitions())
                    .singleElement()
                    .satisfies(
                            attribute -> assertThat(attribute.attributeType()).isEqualTo(ScalarAttributeType.S));
            assertThat(table.billingModeSummary().billingMode()).isEqualTo(BillingMode.PAY_PER_REQUEST);
            assertThat(expiry.timeToLiveStatus()).isEqualTo(TimeToLiveStatus.ENABLED);
            assertThat(expiry.attributeName()).isEqualTo("expires_at");
        }
    }

    @Test
    void nothingIsMadeBesidesTheStacks() {
        assertThat(sqs.listQueues().queueUrls()).hasSize(6);
        assertThat(dynamoDb.listTables().tableNames()).hasSize(6);
    }

    @Test
    void aMessageReceivedTwiceInVainEndsInTheDeadLetterQueue() {
        Stack stack = stack("nack");
        sqs.sendMessage(r -> r.queueUrl(stack.queueUrl()).messageBody("poison"));

        for (int attempt = 1; attempt <= StackQueues.MAX_RECEIVE_COUNT; attempt++) {
            Message message = receive(stack.queueUrl()).get(0);
            sqs.changeMessageVisibility(r -> r.queueUrl(stack.queueUrl())
                    .receiptHandle(message.receiptHandle())
                    .visibilityTimeout(0));
        }

        assertThat(receive(stack.queueUrl())).isEmpty();
        assertThat(receive(stack.dlqUrl())).extracting(Message::body).containsExactly("poison");
    }

    @Test
    void aFifoStackHasFifoQueues() {
        Stack stack = stack("ordered");

        for (String url : List.of(stack.queueUrl(), stack.dlqUrl())) {
            assertThat(url).endsWith(".fifo");
            assertThat(attributes(url))
                    .containsEntry(QueueAttributeName.FIFO_QUEUE, "true")
                    .containsEntry(QueueAttributeName.CONTENT_BASED_DEDUPLICATION, "true");
        }
    }

    @Test
    void aFifoQueueDropsTheSecondOfTwoEqualBodies() {
        String url = stack("ordered").queueUrl();

        for (int i = 0; i < 2; i++) {
            sqs.sendMessage(r -> r.queueUrl(url).messageGroupId("group").messageBody("once"));
        }

        assertThat(attributes(url)).containsEntry(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES, "1");
    }

    @Test
    void aConditionHoldsBackTheSecondWriter() {
        String table = stack("plain").messageStatusTable();
        Map<String, AttributeValue> item = Map.of("message_id", AttributeValue.fromS("m1"));
        dynamoDb.putItem(r -> r.tableName(table).item(item));

        assertThatThrownBy(() -> dynamoDb.putItem(
                        r -> r.tableName(table).item(item).conditionExpression("attribute_not_exists(message_id)")))
                .isInstanceOf(ConditionalCheckFailedException.class);
    }

    @Test
    void partiQlWorksWithTheLibrariesThatTheBuildLeftIn() {
        String table = stack("plain").messageSideEffectsTable();
        dynamoDb.executeStatement(
                r -> r.statement("INSERT INTO \"" + table + "\" VALUE {'message_id': 'p1', 'times_performed': 1}"));

        var found = dynamoDb.executeStatement(
                r -> r.statement("SELECT times_performed FROM \"" + table + "\" WHERE message_id = 'p1'"));

        assertThat(found.items()).containsExactly(Map.of("times_performed", AttributeValue.fromN("1")));
    }

    @Test
    void onlyTheOneLoopbackAddressAnswers() throws Exception {
        for (URI endpoint :
                List.of(sandbox.endpoints().sqs(), sandbox.endpoints().dynamodb())) {
            assertThat(endpoint.getHost()).isEqualTo("127.0.0.1");
            connect(InetAddress.getLoopbackAddress(), endpoint.getPort());
            // A server on all interfaces answers at these, too.
            for (InetAddress other : otherAddresses()) {
                assertThatThrownBy(() -> connect(other, endpoint.getPort()))
                        .as("%s at %s", endpoint, other)
                        .isInstanceOf(IOException.class);
            }
        }
    }

    private static List<InetAddress> otherAddresses() throws Exception {
        return Stream.concat(
                        Stream.of(InetAddress.getByName("127.0.0.2")),
                        NetworkInterface.networkInterfaces()
                                .flatMap(NetworkInterface::inetAddresses)
                                .filter(address -> !address.isLoopbackAddress()))
                .toList();
    }

    private static void connect(InetAddress address, int port) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), 2_000);
        }
    }

    private Stream<Stack> stacks() {
        return sandbox.stacks().stream();
    }

    private Stack stack(String key) {
        return stacks().filter(stack -> stack.key().equals(key)).findFirst().orElseThrow();
    }

    private List<Message> receive(String url) {
        return sqs.receiveMessage(r -> r.queueUrl(url).waitTimeSeconds(0)).messages();
    }

    private Map<QueueAttributeName, String> attributes(String url) {
        return sqs.getQueueAttributes(r -> r.queueUrl(url).attributeNames(QueueAttributeName.ALL))
                .attributes();
    }
}
