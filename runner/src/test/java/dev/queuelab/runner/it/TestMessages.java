package dev.queuelab.runner.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/** Messages of a test's queue, several at once. */
final class TestMessages {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private TestMessages() {}

    /** Sends messages that have these ids in one batch, of which the entries have the ids 0, 1 and so on. */
    static JsonNode sendBatch(TestQueue queue, String... ids) {
        return queue.call(
                "SendMessageBatch",
                Map.of(
                        "Entries",
                        IntStream.range(0, ids.length)
                                .mapToObj(place ->
                                        Map.of("Id", "" + place, "MessageBody", "{\"id\": \"" + ids[place] + "\"}"))
                                .toList()));
    }

    /** Entries about these messages, of a batch that deletes them, or makes them visible again at once. */
    static List<Map<String, Object>> handles(List<JsonNode> messages) {
        return IntStream.range(0, messages.size())
                .mapToObj(place -> Map.<String, Object>of(
                        "Id",
                        "" + place,
                        "ReceiptHandle",
                        messages.get(place).path("ReceiptHandle").asText(),
                        "VisibilityTimeout",
                        0))
                .toList();
    }

    /** Receives until there are as many: a poll may be empty though there are some. */
    static List<JsonNode> received(TestQueue queue, int count) {
        List<JsonNode> messages = new ArrayList<>();
        await().atMost(LIMIT).until(() -> {
            messages.addAll(queue.receive());
            return messages.size() >= count;
        });
        assertThat(messages).hasSize(count);
        return messages;
    }

    /** What {@link TestQueue#send} was given. */
    static List<String> ids(Iterable<JsonNode> messages) {
        return StreamSupport.stream(messages.spliterator(), false)
                .map(message -> message.path("Body").asText().replaceAll("\\{\"id\": \"|\"}", ""))
                .toList();
    }

    /** One field of all members of a list. */
    static List<String> all(JsonNode result, String list, String field) {
        return all(result.path(list), field);
    }

    static List<String> all(Iterable<JsonNode> nodes, String field) {
        return StreamSupport.stream(nodes.spliterator(), false)
                .map(node -> node.path(field).asText())
                .toList();
    }
}
