package dev.queuelab.scenarios.conformance;

import com.google.auto.service.AutoService;
import dev.queuelab.core.knob.Acknowledge;
import dev.queuelab.core.knob.Knobs;
import dev.queuelab.scenarios.check.Check;
import dev.queuelab.scenarios.check.DeliveryChecks;
import dev.queuelab.scenarios.check.LossChecks;
import dev.queuelab.scenarios.check.QueueChecks;
import dev.queuelab.scenarios.kit.Control;
import dev.queuelab.scenarios.kit.Scenario;
import dev.queuelab.scenarios.kit.Stage;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;

/**
 * Bodies as other AWS services make them, with the {@code id} that each message has here besides. Sources: Amazon SNS Developer
 * Guide, "Fanout to Amazon SQS queues"; Amazon S3 User Guide, "Event message structure"; Amazon EventBridge User Guide, "Events";
 * the CloudEvents specification 1.0, JSON event format.
 */
@Command(
        description =
                "Bodies of Amazon SNS, S3 notifications, EventBridge and CloudEvents are processed as any others are.")
@AutoService(Scenario.class)
public final class UndecodableEnvelopes implements Scenario {
    @Override
    public boolean needsGateway() {
        return true;
    }

    @Override
    public List<String> steps() {
        return List.of(
                "Send messages whose bodies are an SNS envelope, an S3 notification, an EventBridge event, and a"
                        + " CloudEvent.",
                "Run a consumer until the queue is drained.");
    }

    @Override
    public void play(Stage stage) {
        stage.producer().send(List.of(sns(), s3(), eventBridge(), cloudEvent()));
        stage.consumer().runUntilDrained(stage);
    }

    private static Map<String, Object> sns() {
        return Map.of(
                "Type", "Notification",
                "MessageId", "22b80b92-fdea-4c2c-8f9d-bdfb0c7bf324",
                "TopicArn", "arn:aws:sns:us-west-2:123456789012:MyTopic",
                "Subject", "My First Message",
                "Message", "{\"order\": 7}",
                "Timestamp", "2026-05-02T00:54:06.655Z",
                "SignatureVersion", "1");
    }

    private static Map<String, Object> s3() {
        return Map.of(
                "Records",
                List.of(Map.of(
                        "eventVersion", "2.1",
                        "eventSource", "aws:s3",
                        "eventName", "ObjectCreated:Put",
                        "s3",
                                Map.of(
                                        "bucket",
                                        Map.of("name", "example"),
                                        "object",
                                        Map.of("key", "a+b.txt", "size", 1)))));
    }

    private static Map<String, Object> eventBridge() {
        return Map.of(
                "version", "0",
                "detail-type", "Order Placed",
                "source", "example.orders",
                "account", "123456789012",
                "time", "2026-05-02T00:54:06Z",
                "region", "us-west-2",
                "resources", List.of(),
                "detail", Map.of("order", 7));
    }

    private static Map<String, Object> cloudEvent() {
        return Map.of(
                "specversion", "1.0",
                "type", "com.example.order",
                "source", "/orders",
                "datacontenttype", "application/json",
                "data", Map.of("order", 7));
    }

    @Override
    public List<Check> checks() {
        return List.of(
                QueueChecks.NOTHING_DEAD_LETTERED, LossChecks.NOTHING_LOST, DeliveryChecks.GOOD_DELETED_AT_FIRST_SIGHT);
    }

    @Override
    public List<Control> controls() {
        return List.of(Control.named("never-deleted")
                .with(Knobs.ACKNOWLEDGE, Acknowledge.NEVER)
                .breaks(QueueChecks.NOTHING_DEAD_LETTERED, DeliveryChecks.GOOD_DELETED_AT_FIRST_SIGHT));
    }
}
