package dev.queuelab.lab.stage;

import dev.queuelab.core.aws.ErrorCodes;
import dev.queuelab.scenarios.check.Depth;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.SqsException;

/** One queue, looked at from outside. */
final class QueueProbe {
    private final SqsClient sqs;
    private final String url;

    QueueProbe(SqsClient sqs, String url) {
        this.sqs = sqs;
        this.url = url;
    }

    Depth depth() {
        Map<QueueAttributeName, String> attributes = attributes(
                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE,
                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED);
        return new Depth(
                number(attributes, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES),
                number(attributes, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE),
                number(attributes, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED));
    }

    Duration visibilityTimeout() {
        QueueAttributeName name = QueueAttributeName.VISIBILITY_TIMEOUT;
        return Duration.ofSeconds(number(attributes(name), name));
    }

    /** The queue's redrive policy, a JSON object as text; empty text where it has none. */
    String redrivePolicy() {
        return attributes(QueueAttributeName.REDRIVE_POLICY).getOrDefault(QueueAttributeName.REDRIVE_POLICY, "");
    }

    String arn() {
        return attributes(QueueAttributeName.QUEUE_ARN).getOrDefault(QueueAttributeName.QUEUE_ARN, "");
    }

    /**
     * Asks for a purge; returns the error's code if one is at work already, which SQS refuses.
     *
     * @throws StageException if the endpoint cannot purge
     */
    Optional<String> purge() {
        try {
            sqs.purgeQueue(request -> request.queueUrl(url));
            return Optional.empty();
        } catch (SqsException e) {
            if (ErrorCodes.isPurgeInProgress(e)) {
                return Optional.of(ErrorCodes.of(e));
            }
            if (ErrorCodes.isUnsupported(e)) {
                throw new StageException("this endpoint cannot purge a queue: " + e.getMessage(), e);
            }
            throw e;
        }
    }

    /** Up to ten messages, with a short poll, kept from other receivers for {@code hidden}. */
    List<Message> receive(Duration hidden) {
        return sqs.receiveMessage(request -> request.queueUrl(url)
                        .maxNumberOfMessages(10)
                        .waitTimeSeconds(0)
                        .visibilityTimeout((int) hidden.toSeconds())
                        .messageSystemAttributeNames(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT))
                .messages();
    }

    void delete(Message message) {
        sqs.deleteMessage(request -> request.queueUrl(url).receiptHandle(message.receiptHandle()));
    }

    /** Makes a received message visible again. */
    void release(Message message) {
        sqs.changeMessageVisibility(request ->
                request.queueUrl(url).receiptHandle(message.receiptHandle()).visibilityTimeout(0));
    }

    private Map<QueueAttributeName, String> attributes(QueueAttributeName... names) {
        return sqs.getQueueAttributes(request -> request.queueUrl(url).attributeNames(names))
                .attributes();
    }

    private static long number(Map<QueueAttributeName, String> attributes, QueueAttributeName name) {
        return Long.parseLong(attributes.getOrDefault(name, "0"));
    }
}
