package dev.queuelab.runner.it;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.queuelab.core.aws.AwsAccess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Makes the stacks of {@code terraform/scenarios.json} on an emulator, as Terraform would, and their outputs document. */
final class Provision {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String REGION = "us-west-1";

    /** More than the sandbox's 2: an emulator of its own shares the machine, and a call takes longer. */
    private static final int VISIBILITY_SECONDS = 5;

    private static final int WAIT_SECONDS = 10;
    private static final int RECEIVES = 2;

    private final SqsClient sqs;
    private final DynamoDbClient dynamoDb;

    private Provision(AwsAccess aws) {
        this.sqs = aws.sqs();
        this.dynamoDb = aws.dynamoDb();
    }

    /** Returns the document's path, in {@code folder}. */
    static Path stacks(AwsAccess.Endpoints endpoints, Path folder) {
        try (AwsAccess aws = AwsAccess.toEmulator(REGION, endpoints)) {
            Provision provision = new Provision(aws);
            ObjectNode document = JSON.createObjectNode();
            document.putObject("aws_region").put("value", REGION);
            document.putObject("endpoints")
                    .putObject("value")
                    .put("sqs", endpoints.sqs().toString())
                    .put("dynamodb", endpoints.dynamoDb().toString());
            ObjectNode stacks = document.putObject("scenarios").putObject("value");
            JSON.readTree(Path.of("../terraform/scenarios.json").toFile())
                    .properties()
                    .forEach(entry ->
                            provision.stack(entry.getKey(), entry.getValue(), stacks.putObject(entry.getKey())));
            return Files.writeString(folder.resolve("outputs.json"), JSON.writeValueAsString(document));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void stack(String key, JsonNode spec, ObjectNode told) {
        boolean fifo = spec.path("fifo").booleanValue();
        String name = "provisioned-" + key;
        String suffix = fifo ? ".fifo" : "";
        Map<QueueAttributeName, String> attributes = new EnumMap<>(QueueAttributeName.class);
        attributes.put(QueueAttributeName.SQS_MANAGED_SSE_ENABLED, "true");
        if (fifo) {
            attributes.put(QueueAttributeName.FIFO_QUEUE, "true");
            attributes.put(QueueAttributeName.CONTENT_BASED_DEDUPLICATION, "true");
        }
        String dlqUrl = queue(name + "-dlq" + suffix, attributes);
        String dlqArn = sqs.getQueueAttributes(
                        request -> request.queueUrl(dlqUrl).attributeNames(QueueAttributeName.QUEUE_ARN))
                .attributes()
                .getOrDefault(QueueAttributeName.QUEUE_ARN, "");
        attributes.put(QueueAttributeName.VISIBILITY_TIMEOUT, "" + VISIBILITY_SECONDS);
        attributes.put(QueueAttributeName.RECEIVE_MESSAGE_WAIT_TIME_SECONDS, "" + WAIT_SECONDS);
        attributes.put(
                QueueAttributeName.REDRIVE_POLICY,
                "{\"deadLetterTargetArn\":\"%s\",\"maxReceiveCount\":%d}".formatted(dlqArn, RECEIVES));
        told.put("queue_url", queue(name + suffix, attributes))
                .put("dlq_url", dlqUrl)
                .put("dlq_arn", dlqArn)
                .put("message_status_table", table(name + "-message-status"))
                .put("message_side_effects_table", table(name + "-message-side-effects"))
                .put("fifo", fifo)
                .put("max_receive_count", RECEIVES)
                .put("visibility_timeout", VISIBILITY_SECONDS)
                .put("receive_wait", WAIT_SECONDS);
    }

    private String queue(String name, Map<QueueAttributeName, String> attributes) {
        return sqs.createQueue(request -> request.queueName(name).attributes(attributes))
                .queueUrl();
    }

    private String table(String name) {
        dynamoDb.createTable(request -> request.tableName(name)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(AttributeDefinition.builder()
                        .attributeName("message_id")
                        .attributeType("S")
                        .build())
                .keySchema(KeySchemaElement.builder()
                        .attributeName("message_id")
                        .keyType("HASH")
                        .build()));
        dynamoDb.waiter().waitUntilTableExists(request -> request.tableName(name));
        dynamoDb.updateTimeToLive(request -> request.tableName(name)
                .timeToLiveSpecification(
                        expiry -> expiry.attributeName("expires_at").enabled(true)));
        return name;
    }
}
