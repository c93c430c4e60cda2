package dev.queuelab.runner.it;

import static dev.queuelab.runner.it.TestMessages.all;
import static dev.queuelab.runner.it.TestMessages.handles;
import static dev.queuelab.runner.it.TestMessages.ids;
import static dev.queuelab.runner.it.TestMessages.received;
import static dev.queuelab.runner.it.TestMessages.sendBatch;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Faults of deliveries and deletions, as two SDKs meet them. */
class DeliveryFaultsIT {
    private static final String IN_FLIGHT = "ApproximateNumberOfMessagesNotVisible";

    @RegisterExtension
    static final FaultyGateway GATEWAY = new FaultyGateway();

    @EachSqsSdk
    void aMessageIsDeliveredAgainAfterItsDeletion(String sdk) {
        TestQueue queue = TestQueue.create(GATEWAY.with(sdk, "copy-after-deletion:copies=2"));
        queue.send("a");

        received(queue, 1).forEach(queue::delete);

        for (int copy = 1; copy <= 2; copy++) {
            List<JsonNode> copies = received(queue, 1);
            assertThat(ids(copies)).containsExactly("a");
            copies.forEach(queue::delete);
        }
        assertThat(queue.attribute(IN_FLIGHT)).isEqualTo("0");
    }

    @EachSqsSdk
    void aMessageIsDeliveredAgainAfterItsDeletionInABatch(String sdk) {
        TestQueue queue = TestQueue.create(GATEWAY.with(sdk, "copy-after-deletion:times=1"));
        sendBatch(queue, "a", "b");
        List<JsonNode> messages = received(queue, 2);

        JsonNode result = queue.call("DeleteMessageBatch", Map.of("Entries", handles(messages)));

        assertThat(all(result, "Successful", "Id")).containsExactlyInAnyOrder("0", "1");
        assertThat(ids(received(queue, 1))).isEqualTo(ids(messages.subList(0, 1)));
        assertThat(queue.attribute(IN_FLIGHT)).isEqualTo("1");
    }

    @EachSqsSdk
    void twoConsumersHaveAMessageAtOnceAndBothDeleteIt(String sdk) {
        TestQueue queue = TestQueue.create(GATEWAY.with(sdk, "copy-to-two"));
        queue.send("a");

        List<JsonNode> first = received(queue, 1);
        List<JsonNode> second = received(queue, 1);

        assertThat(all(second, "MessageId")).isEqualTo(all(first, "MessageId"));
        first.forEach(queue::delete);
        JsonNode again = queue.call("DeleteMessageBatch", Map.of("Entries", handles(first)));
        assertThat(all(again, "Successful", "Id")).containsExactly("0");
        assertThat(queue.attribute(IN_FLIGHT)).isEqualTo("1");
        second.forEach(queue::delete);
        assertThat(queue.attribute(IN_FLIGHT)).isEqualTo("0");
    }

    @EachSqsSdk
    void messagesOfOneReceiveComeInReverse(String sdk) {
        TestQueue queue = TestQueue.create(GATEWAY.with(sdk, "reordered-batch"));
        for (String id : List.of("a", "b", "c", "d", "e")) {
            queue.send(id);
        }

        List<JsonNode> messages = queue.receive();

        List<Long> sent = messages.stream()
                .map(message -> message.path("Attributes").path("SentTimestamp").asLong())
                .toList();
        assertThat(sent).hasSize(5).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(Set.copyOf(sent)).hasSizeGreaterThan(1);
    }

    @EachSqsSdk
    void aMessageThatIsHeldBackIsOvertaken(String sdk) {
        TestQueue queue = TestQueue.create(GATEWAY.with(sdk, "held-back:times=1,seconds=60"));
        queue.send("a");

        assertThat(queue.receive()).isEmpty();

        queue.send("b");
        assertThat(ids(received(queue, 1))).containsExactly("b");
        assertThat(queue.attribute(IN_FLIGHT)).isEqualTo("2");
    }

    @EachSqsSdk
    void aMessageIsHeldBackOnce(String sdk) {
        TestQueue queue = TestQueue.create(GATEWAY.with(sdk, "held-back"));
        queue.send("a");

        assertThat(queue.receive()).isEmpty();

        assertThat(ids(received(queue, 1))).containsExactly("a");
    }

    @EachSqsSdk
    void aDeletionByAnOldHandleSucceedsAndDeletesNothing(String sdk) {
        TestQueue queue = TestQueue.create(GATEWAY.with(sdk, "stale-deletion"));
        queue.send("a");
        List<JsonNode> old = received(queue, 1);
        queue.call("ChangeMessageVisibilityBatch", Map.of("Entries", handles(old)));
        List<JsonNode> newest = received(queue, 1);

        old.forEach(queue::delete);
        JsonNode again = queue.call("DeleteMessageBatch", Map.of("Entries", handles(old)));

        assertThat(all(again, "Successful", "Id")).containsExactly("0");
        assertThat(queue.attribute(IN_FLIGHT)).isEqualTo("1");
        newest.forEach(queue::delete);
        assertThat(queue.attribute(IN_FLIGHT)).isEqualTo("0");
    }

    @EachSqsSdk
    void aFifoQueueKeepsItsPromises(String sdk) {
        SdkClient client = GATEWAY.with(sdk, "held-back", "reordered-batch", "copy-to-two", "copy-after-deletion");
        TestQueue queue = TestQueue.create(
                client, Map.of("FifoQueue", "true", "ContentBasedDeduplication", "true", "VisibilityTimeout", "30"));
        for (String id : List.of("a", "b")) {
            queue.call("SendMessage", Map.of("MessageGroupId", "g", "MessageBody", "{\"id\": \"" + id + "\"}"));
        }

        List<JsonNode> messages = queue.receive();

        assertThat(ids(messages)).containsExactly("a", "b");
        messages.forEach(queue::delete);
        assertThat(queue.attribute(IN_FLIGHT)).isEqualTo("0");
        assertThat(queue.attribute("ApproximateNumberOfMessages")).isEqualTo("0");
    }
}
