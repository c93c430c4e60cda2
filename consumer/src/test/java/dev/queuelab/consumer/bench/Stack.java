package dev.queuelab.consumer.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A queue and its two tables on a sandbox, as environment variables name them. */
record Stack(String sqs, String dynamoDb, String queueUrl, String statusTable, String effectsTable) {

    /** @param outputs the document that the sandbox wrote */
    static Stack of(Path outputs, String name) throws IOException {
        JsonNode document = new ObjectMapper().readTree(outputs.toFile());
        JsonNode stack = document.path("scenarios").path("value").path(name);
        JsonNode endpoints = document.path("endpoints").path("value");
        return new Stack(
                endpoints.path("sqs").asText(),
                endpoints.path("dynamodb").asText(),
                stack.path("queue_url").asText(),
                stack.path("message_status_table").asText(),
                stack.path("message_side_effects_table").asText());
    }

    /** All with a standard queue. */
    static List<Stack> standard(Path outputs) throws IOException {
        List<Stack> stacks = new ArrayList<>();
        JsonNode all =
                new ObjectMapper().readTree(outputs.toFile()).path("scenarios").path("value");
        for (Map.Entry<String, JsonNode> one : all.properties()) {
            if (!one.getValue().path("queue_url").asText().endsWith(".fifo")) {
                stacks.add(of(outputs, one.getKey()));
            }
        }
        return stacks;
    }

    static Stack ofVariables(Map<String, String> variables) {
        return new Stack(
                variables.getOrDefault("AWS_ENDPOINT_URL_SQS", ""),
                variables.getOrDefault("AWS_ENDPOINT_URL_DYNAMODB", ""),
                variables.getOrDefault("QUEUE_URL", ""),
                variables.getOrDefault("MESSAGE_STATUS_TABLE", ""),
                variables.getOrDefault("MESSAGE_SIDE_EFFECTS_TABLE", ""));
    }

    /** The same through a gateway, which is at one URL for both services. */
    Stack through(String url) {
        return new Stack(url, url, queueUrl, statusTable, effectsTable);
    }

    Map<String, String> variables() {
        return Map.of(
                "AWS_ENDPOINT_URL_SQS", sqs,
                "AWS_ENDPOINT_URL_DYNAMODB", dynamoDb,
                "QUEUE_URL", queueUrl,
                "MESSAGE_STATUS_TABLE", statusTable,
                "MESSAGE_SIDE_EFFECTS_TABLE", effectsTable,
                "AWS_REGION", "us-west-1",
                "AWS_ACCESS_KEY_ID", "bench",
                "AWS_SECRET_ACCESS_KEY", "bench");
    }
}
