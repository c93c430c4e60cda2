package dev.queuelab.runner.it;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** A queue of a test's own, seen through one client. */
record TestQueue(SdkClient client, String url) {

    static TestQueue create(SdkClient client, Map<String, String> attributes) {
        String name = "test-" + UUID.randomUUID() + (attributes.containsKey("FifoQueue") ? ".fifo" : "");
        return new TestQueue(
                client,
                client.sqs("CreateQueue", Map.of("QueueName", name, "Attributes", attributes))
                        .path("QueueUrl")
                        .asText());
    }

    static TestQueue create(SdkClient client) {
        return create(client, Map.of("VisibilityTimeout", "30"));
    }

    /** The same queue, seen through another client, by that one's URL: older SDKs call a queue at its URL's own host. */
    TestQueue through(SdkClient other) {
        String name = url.substring(url.lastIndexOf('/') + 1);
        return new TestQueue(
                other,
                other.sqs("GetQueueUrl", Map.of("QueueName", name))
                        .path("QueueUrl")
                        .asText());
    }

    JsonNode call(String operation, Map<String, Object> request) {
        Map<String, Object> whole = new HashMap<>(request);
        whole.put("QueueUrl", url);
        return client.sqs(operation, whole);
    }

    /** Sends a message that has this id. */
    void send(String id) {
        call("SendMessage", Map.of("MessageBody", "{\"id\": \"" + id + "\"}"));
    }

    /** Receives up to ten messages by a short poll. */
    List<JsonNode> receive() {
        JsonNode messages = call(
                        "ReceiveMessage",
                        Map.of("MaxNumberOfMessages", 10, "WaitTimeSeconds", 0, "AttributeNames", List.of("All")))
                .path("Messages");
        return StreamSupport.stream(messages.spliterator(), false).toList();
    }

    void delete(JsonNode message) {
        call(
                "DeleteMessage",
                Map.of("ReceiptHandle", message.path("ReceiptHandle").asText()));
    }

    /** One of the queue's attributes. */
    String attribute(String name) {
        return call("GetQueueAttributes", Map.of("AttributeNames", List.of("All")))
                .path("Attributes")
                .path(name)
                .asText();
    }

    /** The code of the error that a call ends with; empty text where there was no answer. */
    static String errorOf(Runnable call) {
        return catchThrowableOfType(SdkClient.CallFailedException.class, call::run).code;
    }
}
