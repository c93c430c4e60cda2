package dev.queuelab.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The two queues of one stack.
 *
 * @param dlqArn what a redrive policy names the dead-letter queue by
 */
record StackQueues(String queueUrl, String dlqUrl, String dlqArn) {
    /** How many receives a message gets before it is moved to the dead-letter queue. */
    static final int MAX_RECEIVE_COUNT = 2;

    /** Makes the dead-letter queue, then the queue that redrives to it. */
    static StackQueues create(AwsJsonClient sqs, StackNames names, QueueSettings settings) {
        Map<String, String> attributes = new TreeMap<>();
        if (names.stack().fifo()) {
            attributes.put("FifoQueue", "true");
            attributes.put("ContentBasedDeduplication", "true");
        }
        String dlqUrl = createQueue(sqs, names.dlq(), attributes);
        String dlqArn = arn(sqs, dlqUrl);

        attributes.put("VisibilityTimeout", "" + settings.visibilityTimeoutSeconds());
        attributes.put("ReceiveMessageWaitTimeSeconds", "" + settings.receiveWaitSeconds());
        attributes.put(
                "RedrivePolicy",
                String.format(
                        Locale.ROOT,
                        "{\"deadLetterTargetArn\":\"%s\",\"maxReceiveCount\":%d}",
                        dlqArn,
                        MAX_RECEIVE_COUNT));
        return new StackQueues(createQueue(sqs, names.queue(), attributes), dlqUrl, dlqArn);
    }

    private static String createQueue(AwsJsonClient sqs, String name, Map<String, String> attributes) {
        return text(sqs.call("CreateQueue", Map.of("QueueName", name, "Attributes", attributes)), "/QueueUrl");
    }

    private static String arn(AwsJsonClient sqs, String queueUrl) {
        Map<String, Object> request = Map.of("QueueUrl", queueUrl, "AttributeNames", List.of("QueueArn"));
        return text(sqs.call("GetQueueAttributes", request), "/Attributes/QueueArn");
    }

    private static String text(JsonNode reply, String pointer) {
        JsonNode value = reply.at(pointer);
        if (!value.isTextual()) {
            throw new IllegalStateException("ElasticMQ's reply lacks " + pointer + ": " + reply);
        }
        return value.textValue();
    }
}
