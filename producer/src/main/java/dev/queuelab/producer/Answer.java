package dev.queuelab.producer;

import dev.queuelab.core.history.Event;
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
record Answer(List<Event.Sent> sent, Map<Draft, Trouble> failed, boolean overtaken) {

    static Answer to(List<Draft> drafts, SendMessageBatchResponse response) {
        Map<String, String> messageIds = new LinkedHashMap<>();
        for (SendMessageBatchResultEntry entry : response.successful()) {
            messageIds.put(entry.id(), entry.messageId());
        }
        Map<String, Trouble> troubles = new LinkedHashMap<>();
        for (BatchResultErrorEntry entry : response.failed()) {
            troubles.put(entry.id(), Trouble.of(entry));
        }

        List<Event.Sent> sent = new ArrayList<>();
        Map<Draft, Trouble> failed = new LinkedHashMap<>();
        boolean overtaken = false;
        for (int place = 0; place < drafts.size(); place++) {
            Draft draft = drafts.get(place);
            String entry = Integer.toString(place);
            String messageId = messageIds.get(entry);
            if (messageId == null) {
                failed.put(draft, troubles.getOrDefault(entry, Trouble.NO_ANSWER));
            } else {
                sent.add(new Event.Sent(draft.id(), messageId, draft.poison()));
                overtaken |= !failed.isEmpty();
            }
        }
        return new Answer(sent, failed, overtaken);
    }
}
