package dev.queuelab.runner.it;

import static dev.queuelab.runner.it.TestQueue.errorOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Rules of SQS that emulators do not keep, as two SDKs meet them. */
class QueueRulesIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String WAITING = "ApproximateNumberOfMessages";
    private static final int TWELVE_HOURS = 43_200;

    @RegisterExtension
    static final FaultyGateway GATEWAY = new FaultyGateway();

    @EachSqsSdk
    void aPurgeTakesEffectWhenItsWindowEndsAndTakesWhatWasSentMeanwhile(String sdk) {
        TestQueue queue = TestQueue.create(GATEWAY.with(sdk, "purge-window"));
        queue.send("before");
        queue.call("PurgeQueue", Map.of());
        queue.send("meanwhile");
        assertThat(queue.attribute(WAITING)).isEqualTo("2");

        GATEWAY.time().pass(Duration.ofSeconds(60));

        assertThat(queue.attribute(WAITING)).isEqualTo("0");
        assertThat(GATEWAY.met("PurgeQueue")).containsExactly("purge-window");
    }

    @EachSqsSdk
    void aSecondPurgeIsRefusedUntilTheWindowOfTheFirstIsOver(String sdk) {
        TestQueue queue = TestQueue.create(GATEWAY.with(sdk, "purge-window:seconds=5"));
        queue.call("PurgeQueue", Map.of());

        String second = errorOf(() -> queue.call("PurgeQueue", Map.of()));

        assertThat(second).isEqualTo("AWS.SimpleQueueService.PurgeQueueInProgress");
        GATEWAY.time().pass(Duration.ofSeconds(5));
        queue.call("PurgeQueue", Map.of());
    }

    @EachSqsSdk
    void aPurgeOfAQueueThatIsNotThereIsRefusedAtOnce(String sdk) {
        TestQueue queue = TestQueue.create(GATEWAY.with(sdk, "purge-window"));
        queue.call("DeleteQueue", Map.of());

        String error = errorOf(() -> queue.call("PurgeQueue", Map.of()));

        assertThat(error).contains("Queue").doesNotContain("InProgress");
    }

    @EachSqsSdk
    void changedAttributesTakeEffectLate(String sdk) {
        TestQueue queue = TestQueue.create(GATEWAY.with(sdk, "attributes-late"));
        queue.call("SetQueueAttributes", Map.of("Attributes", Map.of("VisibilityTimeout", "7")));
        assertThat(queue.attribute("VisibilityTimeout")).isEqualTo("30");

        GATEWAY.time().pass(Duration.ofSeconds(60));

        assertThat(queue.attribute("VisibilityTimeout")).isEqualTo("7");
    }

    @EachSdk // the older one has no StartMessageMoveTask
    void aDeadLetterThatIsMovedBackHasAnotherIdAndIsSentAnew(String sdk) {
        SdkClient client = GATEWAY.with(sdk, "redrive-new-ids");
        TestQueue deadLetters = TestQueue.create(client);
        String deadLetterArn = deadLetters.attribute("QueueArn");
        TestQueue queue = TestQueue.create(
                client,
                Map.of(
                        "VisibilityTimeout",
                        "0",
                        "RedrivePolicy",
                        "{\"deadLetterTargetArn\": \"" + deadLetterArn + "\", \"maxReceiveCount\": 2}"));
        queue.send("a");
        List<JsonNode> before = deliveries(queue, 2);
        await().atMost(LIMIT)
                .until(() -> queue.receive().isEmpty()
                        && deadLetters.attribute(WAITING).equals("1"));
        GATEWAY.time().pass(Duration.ofHours(1));

        client.sqs("StartMessageMoveTask", Map.of("SourceArn", deadLetterArn));

        List<JsonNode> after = deliveries(queue, 2);
        assertThat(ids(before)).hasSize(1);
        assertThat(ids(after)).hasSize(1).doesNotContainAnyElementsOf(ids(before));
        assertThat(after)
                .allMatch(message -> message.path("Attributes")
                        .path("SentTimestamp")
                        .asText()
                        .equals(Long.toString(GATEWAY.time().now().toEpochMilli())));
        assertThat(after).allMatch(message -> message.path("Body").asText().contains("\"a\""));
    }

    private static List<JsonNode> deliveries(TestQueue queue, int count) {
        List<JsonNode> deliveries = new ArrayList<>();
        await().atMost(LIMIT).until(() -> {
            deliveries.addAll(queue.receive());
            return deliveries.size() >= count;
        });
        return deliveries;
    }

    private static List<String> ids(List<JsonNode> messages) {
        return messages.stream()
                .map(message -> message.path("MessageId").asText())
                .distinct()
                .toList();
    }

    @EachSqsSdk
    void aReceiverGetsOnlyTheAttributesThatItAsksFor(String sdk) {
        TestQueue queue = TestQueue.create(GATEWAY.with(sdk, "redrive-new-ids"));
        queue.send("a");

        JsonNode message = queue.call("ReceiveMessage", Map.of("AttributeNames", List.of("ApproximateReceiveCount")))
                .path("Messages")
                .path(0);

        assertThat(message.path("Attributes").properties())
                .extracting(Map.Entry::getKey)
                .containsExactly("ApproximateReceiveCount");
    }

    @EachSqsSdk
    void aReceiveThatIsRepeatedGetsTheSameMessagesForFiveMinutes(String sdk) {
        TestQueue queue = fifo(sdk, "receive-attempt-ids");
        send(queue, "a");
        List<String> first = handles(attempt(queue));
        assertThat(first).hasSize(1);

        List<String> second = handles(attempt(queue));

        assertThat(second).isEqualTo(first);
        GATEWAY.time().pass(Duration.ofMinutes(5));
        assertThat(handles(attempt(queue))).isEmpty();
    }

    @EachSqsSdk
    void aRepeatedReceiveIsRefusedOnceAMessageWasDeleted(String sdk) {
        TestQueue queue = fifo(sdk, "receive-attempt-ids");
        send(queue, "a");
        attempt(queue).path("Messages").forEach(queue::delete);

        String error = errorOf(() -> attempt(queue));

        assertThat(error).isEqualTo("InvalidParameterValue");
    }

    private static TestQueue fifo(String sdk, String fault) {
        return TestQueue.create(GATEWAY.with(sdk, fault), Map.of("FifoQueue", "true", "VisibilityTimeout", "30"));
    }

    private static void send(TestQueue queue, String deduplicationId) {
        queue.call(
                "SendMessage",
                Map.of(
                        "MessageBody",
                        "{\"id\": \"a\"}",
                        "MessageGroupId",
                        "group",
                        "MessageDeduplicationId",
                        deduplicationId));
    }

    private static JsonNode attempt(TestQueue queue) {
        return queue.call("ReceiveMessage", Map.of("ReceiveRequestAttemptId", "attempt", "WaitTimeSeconds", 0));
    }

    private static List<String> handles(JsonNode received) {
        List<String> handles = new ArrayList<>();
        received.path("Messages")
                .forEach(message -> handles.add(message.path("ReceiptHandle").asText()));
        return handles;
    }

    @EachSqsSdk
    void noMessageIsInvisibleForMoreThanTwelveHoursSinceItsReceive(String sdk) {
        TestQueue queue = TestQueue.create(GATEWAY.with(sdk, "visibility-cap"));
        queue.send("a");
        JsonNode message = queue.receive().get(0);
        GATEWAY.time().pass(Duration.ofSeconds(1));

        String error = errorOf(() -> changeVisibility(queue, message, TWELVE_HOURS));

        assertThat(error).isEqualTo("InvalidParameterValue");
        changeVisibility(queue, message, TWELVE_HOURS - 1);
    }

    @EachSqsSdk
    void theLimitCanBeShorter(String sdk) {
        TestQueue queue = TestQueue.create(GATEWAY.with(sdk, "visibility-cap:seconds=60"));
        queue.send("a");
        JsonNode message = queue.receive().get(0);
        GATEWAY.time().pass(Duration.ofSeconds(1));

        assertThat(errorOf(() -> changeVisibility(queue, message, 60))).isEqualTo("InvalidParameterValue");
        changeVisibility(queue, message, 59);
    }

    private static void changeVisibility(TestQueue queue, JsonNode message, int seconds) {
        queue.call(
                "ChangeMessageVisibility",
                Map.of("ReceiptHandle", message.path("ReceiptHandle").asText(), "VisibilityTimeout", seconds));
    }

    @EachSqsSdk
    void inABatchOnlyWhatIsTooLongFails(String sdk) {
        TestQueue queue = TestQueue.create(GATEWAY.with(sdk, "visibility-cap"));
        queue.send("a");
        String handle = queue.receive().get(0).path("ReceiptHandle").asText();
        GATEWAY.time().pass(Duration.ofSeconds(1));

        JsonNode result = queue.call(
                "ChangeMessageVisibilityBatch",
                Map.of(
                        "Entries",
                        List.of(
                                Map.of("Id", "long", "ReceiptHandle", handle, "VisibilityTimeout", TWELVE_HOURS),
                                Map.of("Id", "short", "ReceiptHandle", handle, "VisibilityTimeout", 60))));

        assertThat(result.path("Failed").findValuesAsText("Id")).containsExactly("long");
        assertThat(result.path("Failed").findValuesAsText("Code")).containsExactly("InvalidParameterValue");
        assertThat(result.path("Successful").findValuesAsText("Id")).containsExactly("short");
    }

    @EachSqsSdk
    void aDeduplicationIdIsForgottenAfterFiveMinutes(String sdk) {
        TestQueue queue = fifo(sdk, "deduplication-window");
        send(queue, "same");
        send(queue, "same");
        assertThat(queue.attribute(WAITING)).isEqualTo("1");

        GATEWAY.time().pass(Duration.ofMinutes(5));
        send(queue, "same");
        send(queue, "same");

        assertThat(queue.attribute(WAITING)).isEqualTo("2");
        assertThat(queue.receive())
                .hasSize(2)
                .allMatch(message -> message.path("Attributes")
                        .path("MessageDeduplicationId")
                        .asText()
                        .equals("same"));
    }

    @EachSqsSdk
    void aShortPollIsRefusedWhileTooManyMessagesAreInFlight(String sdk) {
        TestQueue queue = TestQueue.create(GATEWAY.with(sdk, "in-flight-limit:messages=1"));
        queue.send("a");
        JsonNode message = queue.receive().get(0);
        queue.send("b");

        String error = errorOf(queue::receive);

        assertThat(error).isEqualTo("OverLimit");
        queue.delete(message);
        assertThat(queue.receive()).hasSize(1);
    }

    @EachSqsSdk
    void aLongPollEndsWithoutMessagesWhileTooManyAreInFlight(String sdk) {
        TestQueue queue = TestQueue.create(GATEWAY.with(sdk, "in-flight-limit:messages=1"));
        queue.send("a");
        queue.receive();
        queue.send("b");

        CompletableFuture<JsonNode> poll =
                CompletableFuture.supplyAsync(() -> queue.call("ReceiveMessage", Map.of("WaitTimeSeconds", 20)));

        await().atMost(LIMIT).until(() -> {
            GATEWAY.time().pass(Duration.ofSeconds(20));
            return poll.isDone();
        });
        assertThat(poll.join().path("Messages")).isEmpty();
        assertThat(queue.attribute(WAITING)).isEqualTo("1");
    }

    @EachSqsSdk
    void aFifoQueueGivesNoErrorWhileTooManyMessagesAreInFlight(String sdk) {
        TestQueue queue = fifo(sdk, "in-flight-limit:messages=1");
        send(queue, "a");
        queue.receive();
        queue.call("SendMessage", Map.of("MessageBody", "b", "MessageGroupId", "other", "MessageDeduplicationId", "b"));

        List<JsonNode> received = queue.receive();

        assertThat(received).isEmpty();
        assertThat(GATEWAY.met("ReceiveMessage")).containsExactly("in-flight-limit");
    }
}
