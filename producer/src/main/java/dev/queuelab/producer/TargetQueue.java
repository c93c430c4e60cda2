package dev.queuelab.producer;

import java.util.List;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/** The queue that messages go to. */
record TargetQueue(String url) {
    boolean fifo() {
        return url.endsWith(".fifo");
    }

    /** One call for these messages; each entry's id is the message's place in the list. */
    SendMessageBatchRequest request(List<Draft> drafts) {
        return SendMessageBatchRequest.builder()
                .queueUrl(url)
                .entries(IntStream.range(0, drafts.size())
                        .mapToObj(place -> entry(place, drafts.get(place)))
                        .toList())
                .build();
    }

    private SendMessageBatchRequestEntry entry(int place, Draft draft) {
        var entry = SendMessageBatchRequestEntry.builder()
                .id(Integer.toString(place))
                .messageBody(draft.body());
        if (fifo()) {
            entry.messageGroupId(draft.group()).messageDeduplicationId(draft.id());
        }
        if (draft.delaySeconds() > 0) {
            entry.delaySeconds(draft.delaySeconds());
        }
        return entry.build();
    }
}
