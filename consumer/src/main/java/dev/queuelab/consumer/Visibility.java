package dev.queuelab.consumer;

import dev.queuelab.core.history.Event;
import dev.queuelab.core.history.Recorder;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchResponse;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchResultEntry;

/** Extends the visibility timeouts of several messages with one call. */
final class Visibility {
    /** SQS takes no more messages in one call (API reference, ChangeMessageVisibilityBatch). */
    static final int MOST_IN_A_CALL = 10;

    private final SqsClient sqs;
    private final String queueUrl;
    private final Recorder recorder;

    Visibility(SqsClient sqs, String queueUrl, Recorder recorder) {
        this.sqs = sqs;
        this.queueUrl = queueUrl;
        this.recorder = recorder;
    }

    /** A message, and for how many seconds from now on it is to be invisible. */
    record Extension(Delivery delivery, int seconds) {}

    /**
     * Extends up to {@link #MOST_IN_A_CALL} messages, and records each that was.
     *
     * @return those that the queue refused to extend
     * @throws SdkException if the call failed as a whole
     */
    List<Delivery> extend(List<Extension> extensions) {
        ChangeMessageVisibilityBatchResponse response = sqs.changeMessageVisibilityBatch(request -> request.queueUrl(
                        queueUrl)
                .entries(IntStream.range(0, extensions.size())
                        .mapToObj(place -> ChangeMessageVisibilityBatchRequestEntry.builder()
                                .id(Integer.toString(place))
                                .receiptHandle(extensions.get(place).delivery().receiptHandle())
                                .visibilityTimeout(extensions.get(place).seconds())
                                .build())
                        .toList()));
        Set<String> extended = response.successful().stream()
                .map(ChangeMessageVisibilityBatchResultEntry::id)
                .collect(Collectors.toSet());
        List<Delivery> refused = new ArrayList<>();
        for (int place = 0; place < extensions.size(); place++) {
            Extension extension = extensions.get(place);
            Delivery delivery = extension.delivery();
            if (extended.contains(Integer.toString(place))) {
                recorder.record(new Event.Extended(delivery.id(), delivery.messageId(), extension.seconds()));
            } else {
                refused.add(delivery);
            }
        }
        return refused;
    }
}
