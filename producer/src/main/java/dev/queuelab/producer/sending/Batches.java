package dev.queuelab.producer.sending;

import dev.queuelab.producer.message.OutgoingMessage;
import java.util.ArrayList;
import java.util.List;

/** Cuts a row of messages into batches that one call may carry. */
public final class Batches {
    /** Entries that a call may carry (AWS: SendMessageBatch). */
    public static final int MOST_MESSAGES = 10;

    /** 1 MiB for all bodies of a call together (AWS: Amazon SQS message quotas). */
    public static final int MOST_BYTES = 1 << 20;

    private Batches() {}

    /** Keeps the order. A message that is too large for any call has a batch of its own. */
    public static List<List<OutgoingMessage>> cut(List<OutgoingMessage> messages) {
        List<List<OutgoingMessage>> batches = new ArrayList<>();
        int from = 0;
        int bytes = 0;
        for (int i = 0; i < messages.size(); i++) {
            int more = messages.get(i).bytes();
            if (i > from && (i - from == MOST_MESSAGES || bytes + more > MOST_BYTES)) {
                batches.add(messages.subList(from, i));
                from = i;
                bytes = 0;
            }
            bytes += more;
        }
        if (from < messages.size()) {
            batches.add(messages.subList(from, messages.size()));
        }
        return batches;
    }
}
