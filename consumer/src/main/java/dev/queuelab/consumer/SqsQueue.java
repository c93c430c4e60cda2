package dev.queuelab.consumer;

import dev.queuelab.core.aws.CallErrors;
import dev.queuelab.core.history.Event;
import dev.queuelab.core.history.Recorder;
import dev.queuelab.core.payload.Payload;
import dev.queuelab.core.toolbox.Seconds;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchResponse;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchResultEntry;
import software.amazon.awssdk.services.sqs.model.InvalidIdFormatException;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.ReceiptHandleIsInvalidException;
import software.amazon.awssdk.services.sqs.model.SqsException;

/** The queue, as this consumer calls it. */
final class SqsQueue implements HeldMessages {
    private static final Logger log = LoggerFactory.getLogger(SqsQueue.class);

    /** "The maximum visibility timeout is 12 hours" (Amazon SQS visibility timeout). */
    private static final int MOST_SECONDS = 43_200;

    private final SqsClient sqs;
    private final SqsClient inHandCalls;
    private final String queueUrl;
    private final List<MessageSystemAttributeName> attributes;
    private final Recorder recorder;
    private final InHand inHand;

    /**
     * The queue with this URL.
     *
     * @param asksForGroups whether messages are to come with their group, if they have one
     * @param inHand is kept informed of which messages this process has
     */
    SqsQueue(SqsClient sqs, String queueUrl, boolean asksForGroups, Recorder recorder, InHand inHand) {
        this(sqs, sqs, queueUrl, asksForGroups, recorder, inHand);
    }

    /** @param inHandCalls makes the calls about messages that were received */
    SqsQueue(
            SqsClient sqs,
            SqsClient inHandCalls,
            String queueUrl,
            boolean asksForGroups,
            Recorder recorder,
            InHand inHand) {
        this.sqs = sqs;
        this.inHandCalls = inHandCalls;
        this.queueUrl = queueUrl;
        this.attributes = asksForGroups
                ? List.of(
                        MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT,
                        MessageSystemAttributeName.SENT_TIMESTAMP,
                        MessageSystemAttributeName.MESSAGE_GROUP_ID)
                : List.of(
                        MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT,
                        MessageSystemAttributeName.SENT_TIMESTAMP);
        this.recorder = recorder;
        this.inHand = inHand;
    }

    /**
     * Up to {@code most} messages, each recorded as received before any is worked on. An empty answer does not mean
     * that the queue is empty.
     */
    List<Delivery> receive(int most, int waitSeconds) {
        List<Message> messages = sqs.receiveMessage(request -> request.queueUrl(queueUrl)
                        .maxNumberOfMessages(most)
                        .waitTimeSeconds(waitSeconds)
                        .messageSystemAttributeNames(attributes))
                .messages();
        List<Delivery> deliveries = readAll(messages);
        deliveries.forEach(delivery -> recorder.record(new Event.Received(
                delivery.id(),
                delivery.messageId(),
                delivery.receiveCount(),
                delivery.sentAt(),
                delivery.payload().text(Payload.RUN).orElse(null))));
        inHand.take(deliveries);
        return deliveries;
    }

    /** An answer that is not one of SQS is an error of its call, as one is that the SDK cannot read. */
    private static List<Delivery> readAll(List<Message> messages) {
        try {
            return messages.stream().map(SqsQueue::read).toList();
        } catch (IllegalArgumentException e) {
            throw SdkClientException.create("the answer cannot be read: " + e.getMessage(), new IOException(e));
        }
    }

    private static Delivery read(Message message) {
        Payload payload = Payload.parse(message.body());
        payload.whyRaw()
                .ifPresent(why ->
                        log.info("message {} is taken as raw text: {}", message.messageId(), LogText.reason(why)));
        return new Delivery(
                message.messageId(),
                message.receiptHandle(),
                Integer.parseInt(
                        message.attributes().getOrDefault(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT, "1")),
                Instant.ofEpochMilli(Long.parseLong(
                        message.attributes().getOrDefault(MessageSystemAttributeName.SENT_TIMESTAMP, "0"))),
                Optional.ofNullable(message.attributes().get(MessageSystemAttributeName.MESSAGE_GROUP_ID)),
                payload,
                MessageIdentity.of(payload, message.messageId()));
    }

    /**
     * Deletes the message, if this delivery's receipt handle still can. A stale one is recorded, and is no error: the
     * work is done, and the next delivery will find it so.
     */
    void delete(Delivery delivery) {
        inHand.release(delivery);
        try {
            inHandCalls.deleteMessage(request -> request.queueUrl(queueUrl).receiptHandle(delivery.receiptHandle()));
            recorder.record(new Event.Deleted(delivery.id(), delivery.messageId()));
        } catch (SqsException e) {
            if (!isStale(e)) {
                throw new StepFailedException("deleting the message", "queue " + queueUrl, e);
            }
            log.warn("message {} was not deleted: its receipt handle is stale", LogText.name(delivery.id()));
            recorder.record(new Event.DeleteStale(delivery.id(), delivery.messageId(), CallErrors.reason(e)));
        } catch (SdkException e) {
            throw new StepFailedException("deleting the message", "queue " + queueUrl, e);
        }
    }

    /**
     * Deletes up to 10 messages by one call, which SQS may do for some and not for others.
     *
     * @return those that the answer does not say were deleted; nothing is recorded about them
     */
    List<Delivery> delete(List<Delivery> deliveries) {
        deliveries.forEach(inHand::release);
        DeleteMessageBatchResponse response;
        try {
            response = inHandCalls.deleteMessageBatch(request -> request.queueUrl(queueUrl)
                    .entries(IntStream.range(0, deliveries.size())
                            .mapToObj(place -> DeleteMessageBatchRequestEntry.builder()
                                    .id(Integer.toString(place))
                                    .receiptHandle(deliveries.get(place).receiptHandle())
                                    .build())
                            .toList()));
        } catch (SdkException e) {
            throw new StepFailedException("deleting the message", "queue " + queueUrl, e);
        }
        Set<String> deleted = response.successful().stream()
                .map(DeleteMessageBatchResultEntry::id)
                .collect(Collectors.toSet());
        List<Delivery> left = new ArrayList<>();
        for (int place = 0; place < deliveries.size(); place++) {
            Delivery delivery = deliveries.get(place);
            if (deleted.contains(Integer.toString(place))) {
                recorder.record(new Event.Deleted(delivery.id(), delivery.messageId()));
            } else {
                left.add(delivery);
            }
        }
        return left;
    }

    /** Makes a message that was not begun visible again at once, as far as its receipt handle still can. */
    void handBack(Delivery delivery) {
        inHand.release(delivery);
        try {
            inHandCalls.changeMessageVisibility(request -> request.queueUrl(queueUrl)
                    .receiptHandle(delivery.receiptHandle())
                    .visibilityTimeout(0));
            recorder.record(new Event.HandedBack(delivery.id(), delivery.messageId()));
        } catch (SdkException e) {
            log.info(
                    "message {} was not handed back to queue {}, and comes back by itself: {}",
                    LogText.name(delivery.id()),
                    queueUrl,
                    LogText.reason(CallErrors.reason(e)));
        }
    }

    /**
     * Keeps the message invisible to others for so long from now on, up to the limit of SQS, as far as its receipt handle
     * still can: in whole seconds, rounded up.
     */
    @Override
    public void hide(Delivery delivery, Duration time) {
        int seconds = (int) Math.min(MOST_SECONDS, Math.max(1, Math.ceil(Seconds.of(time))));
        try {
            inHandCalls.changeMessageVisibility(request -> request.queueUrl(queueUrl)
                    .receiptHandle(delivery.receiptHandle())
                    .visibilityTimeout(seconds));
            recorder.record(new Event.Extended(delivery.id(), delivery.messageId(), seconds));
        } catch (SdkException e) {
            log.info(
                    "message {} was not hidden for {} s more: {}",
                    LogText.name(delivery.id()),
                    seconds,
                    LogText.reason(CallErrors.reason(e)));
        }
    }

    @Override
    public void leave(Delivery delivery, Duration time) {
        inHand.release(delivery);
        hide(delivery, time);
    }

    @Override
    public void claimed(Delivery delivery, String name, Lease lease) {
        inHand.claimed(delivery, name, lease);
    }

    /** The message stays on the queue as it is: it becomes visible to others when its visibility timeout ends. */
    void leave(Delivery delivery) {
        inHand.release(delivery);
    }

    /** A FIFO queue answers InvalidParameterValue to an expired handle (API reference, DeleteMessage). */
    private static boolean isStale(SqsException e) {
        return e instanceof ReceiptHandleIsInvalidException
                || e instanceof InvalidIdFormatException
                || Optional.ofNullable(e.awsErrorDetails())
                        .map(AwsErrorDetails::errorCode)
                        .filter("InvalidParameterValue"::equals)
                        .isPresent();
    }
}
