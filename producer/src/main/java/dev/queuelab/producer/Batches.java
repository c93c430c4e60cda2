package dev.queuelab.producer;

import java.util.ArrayList;
import java.util.List;

/** Cuts a row of messages into batches that one call may carry. */
final class Batches {
    /** Entries that a call may carry (AWS: SendMessageBatch). */
    static final int MOST_MESSAGES = 10;

    /** 1 MiB for all bodies of a call together (AWS: Amazon SQS message quotas). */
    static final int MOST_BYTES = 1 << 20;

    private Batches() {}

    /** Keeps the order. A message that is too large for any call has a batch of its own, for SQS to refuse. */
    static List<List<Draft>> cut(List<Draft> drafts) {
        List<List<Draft>> batches = new ArrayList<>();
        int from = 0;
        int bytes = 0;
        for (int i = 0; i < drafts.size(); i++) {
            int more = drafts.get(i).bytes();
            if (i > from && (i - from == MOST_MESSAGES || bytes + more > MOST_BYTES)) {
                batches.add(drafts.subList(from, i));
                from = i;
                bytes = 0;
            }
            bytes += more;
        }
        if (from < drafts.size()) {
            batches.add(drafts.subList(from, drafts.size()));
        }
        return batches;
    }
}
