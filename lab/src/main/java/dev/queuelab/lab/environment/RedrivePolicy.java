package dev.queuelab.lab.environment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * How often a queue delivers a message before it is dead-lettered, and where to.
 *
 * @param deadLetterTargetArn empty text where the policy does not name it
 */
public record RedrivePolicy(int maxReceiveCount, String deadLetterTargetArn) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * Reads the queue attribute: {@code maxReceiveCount} is a number or, from some, a number as text.
     *
     * @throws EnvironmentException if it is no redrive policy
     */
    public static RedrivePolicy parse(String attribute) {
        try {
            JsonNode policy = JSON.readTree(attribute);
            JsonNode count = policy.path("maxReceiveCount");
            if (count.canConvertToInt() || count.isTextual()) {
                return new RedrivePolicy(
                        Integer.parseInt(count.asText()),
                        policy.path("deadLetterTargetArn").asText());
            }
        } catch (JsonProcessingException | NumberFormatException e) {
            throw new EnvironmentException(
                    "the queue's redrive policy is no JSON with a maxReceiveCount: " + attribute, e);
        }
        throw new EnvironmentException("the queue has no redrive policy with a maxReceiveCount: " + attribute);
    }
}
