package dev.queuelab.runner.it;

import static dev.queuelab.runner.it.TestMessages.all;
import static dev.queuelab.runner.it.TestMessages.handles;
import static dev.queuelab.runner.it.TestMessages.ids;
import static dev.queuelab.runner.it.TestMessages.received;
import static dev.queuelab.runner.it.TestMessages.sendBatch;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Faults of what a queue answers: parts that failed, nothing, or what was true earlier or elsewhere. */
class AnswerFaultsIT {
    private static final String IN_FLIGHT = "ApproximateNumberOfMessagesNotVisible";

    @RegisterExtension
    static final FaultyGateway GATEWAY = new FaultyGateway();

    @EachSqsSdk
    void anEntryThatFailsIsNotSentAndTheOthersAre(String sdk) {
        TestQueue queue = TestQueue.create(GATEWAY.with(sdk, "batch-partly-failed:times=1"));

        JsonNode result = sendBatch(queue, "a", "b", "c");

        assertThat(all(result, "Failed", "Id")).containsExactly("0");
        assertThat(all(result, "Failed", "Code")).containsExactly("InternalError");
        assertThat(all(result, "Failed", "SenderFault")).containsExactly("false");
        assertThat(all(result, "Successful", "Id")).containsExactlyInAnyOrder("1", "2");
        assertThat(ids(received(queue, 2))).containsExactlyInAnyOrder("b", "c");
        assertThat(GATEWAY.met("SendMessageBatch")).containsExactly("batch-partly-failed");
    }

    @EachSqsSdk
    void whereAllEntriesFailNothingIsSent(String sdk) {
        TestQueue queue = TestQueue.create(GATEWAY.with(sdk, "batch-partly-failed"));

        JsonNode result = sendBatch(queue, "a", "b");

        assertThat(all(result, "Failed", "Id")).containsExactly("0", "1");
        assertThat(all(result, "Successful", "Id")).isEmpty();
        assertThat(queue.attribute("ApproximateNumberOfMessages")).isEqualTo("0");
    }

    @EachSqsSdk
    void anEntryThatFailsIsNotDeleted(String sdk) {
        TestQueue queue =
                TestQueue.create(GATEWAY.with(sdk, "batch-partly-failed:operations=DeleteMessageBatch,times=1"));
        sendBatch(queue, "a", "b");

        JsonNode result = queue.call("DeleteMessageBatch", Map.of("Entries", handles(received(queue, 2))));

        assertThat(all(result, "Failed", "Code")).containsExactly("InternalError");
        assertThat(all(result, "Successful", "Id")).containsExactly("1");
        assertThat(queue.attribute(IN_FLIGHT)).isEqualTo("1");
    }

    @EachSqsSdk
    void anEntryThatFailsStaysInvisible(String sdk) {
        String fault = "batch-partly-failed:operations=ChangeMessageVisibilityBatch,times=1";
        TestQueue queue = TestQueue.create(GATEWAY.with(sdk, fault));
        sendBatch(queue, "a", "b");

        JsonNode result = queue.call("ChangeMessageVisibilityBatch", Map.of("Entries", handles(received(queue, 2))));

        assertThat(all(result, "Failed", "Id")).containsExactly("0");
        assertThat(queue.attribute(IN_FLIGHT)).isEqualTo("1");
    }

    @EachSqsSdk
    void aShortPollIsEmptyThoughThereIsAMessage(String sdk) {
        TestQueue queue = TestQueue.create(GATEWAY.with(sdk, "empty-poll"));
        queue.send("a");

        assertThat(queue.receive()).isEmpty();

        assertThat(queue.attribute("ApproximateNumberOfMessages")).isEqualTo("1");
        assertThat(ids(queue.call("ReceiveMessage", Map.of("WaitTimeSeconds", 1))
                        .path("Messages")))
                .containsExactly("a");
    }

    @EachSqsSdk
    void countsAreThoseOfTheAnswerBefore(String sdk) {
        TestQueue queue = TestQueue.create(GATEWAY.with(sdk, "counts-lag"));
        String empty = queue.attribute("ApproximateNumberOfMessages");
        queue.send("a");

        String lagging = queue.attribute("ApproximateNumberOfMessages");

        assertThat(List.of(empty, lagging, queue.attribute("ApproximateNumberOfMessages")))
                .containsExactly("0", "0", "1");
    }

    @EachSqsSdk
    void timeStampsAreThoseOfAnotherClock(String sdk) throws Exception {
        TestQueue right = TestQueue.create(GATEWAY.with(sdk));
        right.send("a");
        List<JsonNode> message = received(right, 1);
        right.call("ChangeMessageVisibilityBatch", Map.of("Entries", handles(message)));
        TestQueue skewed = TestQueue.create(GATEWAY.with(sdk, "clock-skew:seconds=-100000"));

        List<JsonNode> same = received(right.through(skewed.client()), 1);

        for (String stamp : List.of("SentTimestamp", "ApproximateFirstReceiveTimestamp")) {
            assertThat(millis(same, stamp)).isEqualTo(millis(message, stamp) - 100_000_000);
        }
        assertThat(date(skewed)).isBefore(date(right).minusSeconds(90_000));
    }

    private static long millis(List<JsonNode> messages, String stamp) {
        return messages.get(0).path("Attributes").path(stamp).asLong();
    }

    /** The date of a reply, by a client that is no SDK: those hide it. */
    private static ZonedDateTime date(TestQueue queue) throws Exception {
        String date = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(queue.url())).build(), HttpResponse.BodyHandlers.discarding())
                .headers()
                .firstValue("Date")
                .orElseThrow();
        return ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME);
    }
}
