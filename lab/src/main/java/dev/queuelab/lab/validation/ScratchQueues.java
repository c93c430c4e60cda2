package dev.queuelab.lab.validation;

import dev.queuelab.core.aws.ErrorCodes;
import dev.queuelab.lab.waiting.Wait;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.SqsException;

/** A queue and its dead-letter queue to try things on, gone when closed. */
final class ScratchQueues implements AutoCloseable {
    private static final String RETENTION_SECONDS = "120";
    private static final Duration TO_ARRIVE = Duration.ofSeconds(10);

    private final SqsClient sqs;
    private final String queue;
    private final String deadLetterQueue;

    private ScratchQueues(SqsClient sqs, String queue, String deadLetterQueue) {
        this.sqs = sqs;
        this.queue = queue;
        this.deadLetterQueue = deadLetterQueue;
    }

    static ScratchQueues make(SqsClient sqs) {
        String name = "queue-lab-probe-" + UUID.randomUUID();
        String deadLetterQueue =
                sqs.createQueue(request -> request.queueName(name + "-dlq")).queueUrl();
        String policy = String.format(
                Locale.ROOT, "{\"deadLetterTargetArn\":\"%s\",\"maxReceiveCount\":2}", arn(sqs, deadLetterQueue));
        String queue = sqs.createQueue(request -> request.queueName(name)
                        .attributes(Map.of(
                                QueueAttributeName.REDRIVE_POLICY, policy,
                                QueueAttributeName.MESSAGE_RETENTION_PERIOD, RETENTION_SECONDS,
                                QueueAttributeName.SQS_MANAGED_SSE_ENABLED, "true")))
                .queueUrl();
        return new ScratchQueues(sqs, queue, deadLetterQueue);
    }

    /** The dead-letter queue was never used, and the target is named: some emulators answer to nothing less. */
    boolean redriveGivesNewIds() {
        String sent = send(deadLetterQueue);
        sqs.startMessageMoveTask(
                request -> request.sourceArn(arn(sqs, deadLetterQueue)).destinationArn(arn(sqs, queue)));
        Message moved = receive(queue);
        delete(queue, moved);
        return !moved.messageId().equals(sent);
    }

    /** A FIFO queue to try things on, gone when it is closed. */
    ScratchFifoQueue fifo() {
        return ScratchFifoQueue.make(sqs);
    }

    boolean refusesSecondPurge() {
        sqs.purgeQueue(request -> request.queueUrl(queue));
        try {
            sqs.purgeQueue(request -> request.queueUrl(queue));
            return false;
        } catch (SqsException e) {
            if (ErrorCodes.isPurgeInProgress(e)) {
                return true;
            }
            throw e;
        }
    }

    boolean acceptsDeletionOfGoneMessage() {
        send(deadLetterQueue);
        Message message = receive(deadLetterQueue);
        delete(deadLetterQueue, message);
        try {
            delete(deadLetterQueue, message);
            return true;
        } catch (SqsException e) {
            return false;
        }
    }

    boolean keepsRetention() {
        return RETENTION_SECONDS.equals(attribute(sqs, queue, QueueAttributeName.MESSAGE_RETENTION_PERIOD));
    }

    boolean keepsRedriveAllowPolicy() {
        QueueAttributeName name = QueueAttributeName.REDRIVE_ALLOW_POLICY;
        try {
            sqs.setQueueAttributes(request ->
                    request.queueUrl(deadLetterQueue).attributes(Map.of(name, "{\"redrivePermission\":\"denyAll\"}")));
            return attribute(sqs, deadLetterQueue, name).contains("denyAll");
        } catch (SqsException e) {
            return false;
        }
    }

    boolean reportsEncryption() {
        return "true".equals(attribute(sqs, queue, QueueAttributeName.SQS_MANAGED_SSE_ENABLED));
    }

    private String send(String url) {
        return sqs.sendMessage(request -> request.queueUrl(url).messageBody("probe"))
                .messageId();
    }

    private Message receive(String url) {
        return Wait.atMost(TO_ARRIVE, "a message to arrive on a queue made for a try")
                .until(
                        () -> sqs.receiveMessage(
                                        request -> request.queueUrl(url).waitTimeSeconds(0))
                                .messages(),
                        messages -> !messages.isEmpty())
                .get(0);
    }

    private void delete(String url, Message message) {
        sqs.deleteMessage(request -> request.queueUrl(url).receiptHandle(message.receiptHandle()));
    }

    private static String arn(SqsClient sqs, String url) {
        return attribute(sqs, url, QueueAttributeName.QUEUE_ARN);
    }

    /** Empty text if it is not reported; all are asked for, since an emulator may refuse to be asked for one it does not know. */
    private static String attribute(SqsClient sqs, String url, QueueAttributeName name) {
        return sqs.getQueueAttributes(request -> request.queueUrl(url).attributeNames(QueueAttributeName.ALL))
                .attributes()
                .getOrDefault(name, "");
    }

    @Override
    public void close() {
        List.of(queue, deadLetterQueue).forEach(url -> sqs.deleteQueue(request -> request.queueUrl(url)));
    }
}
