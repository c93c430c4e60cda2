package dev.queuelab.lab.validation;

import dev.queuelab.lab.waiting.Wait;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** A FIFO queue to try things on, gone when closed. */
final class ScratchFifoQueue implements AutoCloseable {
    /** What is sent, in this order, in one group. */
    static final List<String> SENT = List.of("m0", "m1", "m2", "m3", "m4");

    private static final int IN_HAND = 2;
    private static final int VISIBILITY_SECONDS = 1;
    private static final Duration TO_COME_BACK = Duration.ofSeconds(20);

    private final SqsClient sqs;
    private final String url;

    private ScratchFifoQueue(SqsClient sqs, String url) {
        this.sqs = sqs;
        this.url = url;
    }

    static ScratchFifoQueue make(SqsClient sqs) {
        return new ScratchFifoQueue(
                sqs,
                sqs.createQueue(request -> request.queueName("queue-lab-probe-" + UUID.randomUUID() + ".fifo")
                                .attributes(Map.of(
                                        QueueAttributeName.FIFO_QUEUE,
                                        "true",
                                        QueueAttributeName.VISIBILITY_TIMEOUT,
                                        "" + VISIBILITY_SECONDS)))
                        .queueUrl());
    }

    boolean keepsOrderAfterADeath() {
        return deliveredAfterADeath().equals(SENT);
    }

    /**
     * In which order the messages of a group come when a consumer has received the first of them and was heard of no more
     * (Amazon SQS Developer Guide, "FIFO queue delivery logic").
     */
    List<String> deliveredAfterADeath() {
        SENT.forEach(this::send);
        receive(IN_HAND);
        List<String> delivered = new ArrayList<>();
        Wait.atMost(TO_COME_BACK, "all messages of a FIFO group to come after a consumer's death")
                .until(
                        () -> {
                            for (Message message : receive(1)) {
                                delivered.add(message.body());
                                sqs.deleteMessage(
                                        request -> request.queueUrl(url).receiptHandle(message.receiptHandle()));
                            }
                            return delivered;
                        },
                        all -> all.size() >= SENT.size());
        return List.copyOf(delivered);
    }

    private void send(String body) {
        sqs.sendMessage(request ->
                request.queueUrl(url).messageBody(body).messageGroupId("g").messageDeduplicationId(body));
    }

    private List<Message> receive(int most) {
        return sqs.receiveMessage(
                        request -> request.queueUrl(url).waitTimeSeconds(0).maxNumberOfMessages(most))
                .messages();
    }

    @Override
    public void close() {
        sqs.deleteQueue(request -> request.queueUrl(url));
    }
}
