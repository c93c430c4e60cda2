package dev.queuelab.runner.stage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.queuelab.runner.environment.EnvironmentException;

/** How often a queue delivers a message before it is dead-lettered. */
record RedrivePolicy(int maxReceiveCount) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Reads the queue attribute: {@code maxReceiveCount} is a number or, from some, a number as text. */
    static RedrivePolicy parse(String attribute) {
        try {
            JsonNode count = JSON.readTree(attribute).path("maxReceiveCount");
            if (count.canConvertToInt() || count.isTextual()) {
                return new RedrivePolicy(Integer.parseInt(count.asText()));
            }
        } catch (JsonProcessingException | NumberFormatException e) {
            throw new EnvironmentException(
                    "the queue's redrive policy is no JSON with a maxReceiveCount: " + attribute, e);
        }
        throw new EnvironmentException("the queue has no redrive policy with a maxReceiveCount: " + attribute);
    }
}
