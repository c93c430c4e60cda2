package dev.queuelab.producer.sending;

import dev.queuelab.core.history.Event;
import dev.queuelab.producer.message.OutgoingMessage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResultEntry;

/**
 * What the queue said about each message of a call, in the order of the call.
 *
 * @param overtaken whether a message failed although one behind it was taken
 */
public record BatchResult(List<Event.Sent> sent, Map<OutgoingMessage, SendFailure> failed, boolean overtaken) {

    public static BatchResult to(List<OutgoingMessage> messages, SendMessageBatchResponse response) {
        Map<String, String> messageIds = new LinkedHashMap<>();
        for (SendMessageBatchResultEntry entry : response.successful()) {
            messageIds.put(entry.id(), entry.messageId());
        }
        Map<String, SendFailure> failures = new LinkedHashMap<>();
        for (BatchResultErrorEntry entry : response.failed()) {
            failures.put(entry.id(), SendFailure.of(entry));
        }

        List<Event.Sent> sent = new ArrayList<>();
        Map<OutgoingMessage, SendFailure> failed = new LinkedHashMap<>();
        boolean overtaken = false;
        for (int place = 0; place < messages.size(); place++) {
            OutgoingMessage message = messages.get(place);
            String entry = Integer.toString(place);
            String messageId = messageIds.get(entry);
            if (messageId == null) {
                failed.put(message, failures.getOrDefault(entry, SendFailure.NO_ANSWER));
            } else {
                sent.add(new Event.Sent(message.id(), messageId, message.poison()));
                overtaken |= !failed.isEmpty();
            }
        }
        return new BatchResult(sent, failed, overtaken);
    }
}
