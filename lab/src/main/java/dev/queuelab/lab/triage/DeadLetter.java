package dev.queuelab.lab.triage;

import dev.queuelab.core.payload.Payload;
import dev.queuelab.scenarios.kit.FailureReason;
import dev.queuelab.scenarios.kit.TriageRules;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeNameForSends;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeValue;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;

/**
 * A message of a dead-letter queue, in hand.
 *
 * @param message as it was received, with all attributes
 */
record DeadLetter(Message message, FailureReason reason) {

    static DeadLetter of(Message message, TriageRules rules) {
        return new DeadLetter(message, rules.reasonOf(message.body(), sentAt(message)));
    }

    private static Instant sentAt(Message message) {
        return attribute(message, MessageSystemAttributeName.SENT_TIMESTAMP)
                .map(millis -> Instant.ofEpochMilli(Long.parseLong(millis)))
                .orElse(Instant.MAX);
    }

    private static Optional<String> attribute(Message message, MessageSystemAttributeName name) {
        return Optional.ofNullable(message.attributes().get(name));
    }

    /** What the message is known by to people: the payload's id, or else its MessageId. */
    String name() {
        return Payload.parse(message.body()).text(Payload.ID).orElse(message.messageId());
    }

    /** How often it was received, this time included. */
    int receiveCount() {
        return attribute(message, MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT)
                .map(Integer::parseInt)
                .orElse(0);
    }

    /**
     * The same message for another queue. On a FIFO queue its deduplication id is one that the queue has not seen: with the
     * old one, the queue would accept it and deliver nothing within five minutes of the first sending (Amazon SQS Developer
     * Guide, Exactly-once processing in Amazon SQS). It is the same for each try to send this dead letter.
     */
    SendMessageRequest to(String queueUrl) {
        SendMessageRequest.Builder request = SendMessageRequest.builder()
                .queueUrl(queueUrl)
                .messageBody(message.body())
                .messageAttributes(message.messageAttributes());
        attribute(message, MessageSystemAttributeName.AWS_TRACE_HEADER)
                .ifPresent(trace -> request.messageSystemAttributes(Map.of(
                        MessageSystemAttributeNameForSends.AWS_TRACE_HEADER,
                        MessageSystemAttributeValue.builder()
                                .dataType("String")
                                .stringValue(trace)
                                .build())));
        attribute(message, MessageSystemAttributeName.MESSAGE_GROUP_ID).ifPresent(request::messageGroupId);
        if (queueUrl.endsWith(".fifo")) {
            request.messageDeduplicationId("redrive-" + message.messageId());
        }
        return request.build();
    }
}
