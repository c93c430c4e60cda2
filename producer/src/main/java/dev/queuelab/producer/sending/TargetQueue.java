package dev.queuelab.producer.sending;

import dev.queuelab.producer.message.FifoIds;
import dev.queuelab.producer.message.OutgoingMessage;
import java.util.List;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/** The queue that messages go to. */
public record TargetQueue(String url) {
    public boolean fifo() {
        return url.endsWith(".fifo");
    }

    /** One call for these messages; each entry's id is the message's place in the list. */
    public SendMessageBatchRequest request(List<OutgoingMessage> messages) {
        return SendMessageBatchRequest.builder()
                .queueUrl(url)
                .entries(IntStream.range(0, messages.size())
                        .mapToObj(place -> entry(place, messages.get(place)))
                        .toList())
                .build();
    }

    private SendMessageBatchRequestEntry entry(int place, OutgoingMessage message) {
        var entry = SendMessageBatchRequestEntry.builder()
                .id(Integer.toString(place))
                .messageBody(message.body());
        if (fifo()) {
            entry.messageGroupId(message.fifoGroup()).messageDeduplicationId(FifoIds.accepted(message.id()));
        } else {
            message.group().ifPresent(entry::messageGroupId);
        }
        if (message.delaySeconds() > 0) {
            entry.delaySeconds(message.delaySeconds());
        }
        return entry.build();
    }
}
