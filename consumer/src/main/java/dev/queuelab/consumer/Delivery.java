package dev.queuelab.consumer;

import dev.queuelab.core.payload.Payload;
import java.time.Instant;
import java.util.Optional;

/**
 * One delivery of a message.
 *
 * @param receiptHandle names this delivery, not the message: the next delivery has another
 * @param receiveCount which delivery of the message this is, from 1; the queue's own, approximate count
 * @param group the FIFO group, whose messages are worked on in order; empty where none was asked for
 */
record Delivery(
        String messageId,
        String receiptHandle,
        int receiveCount,
        Instant sentAt,
        Optional<String> group,
        Payload payload,
        MessageIdentity identity) {

    /** The same delivery, with its payload read otherwise. */
    Delivery withPayload(Payload read) {
        return new Delivery(messageId, receiptHandle, receiveCount, sentAt, group, read, identity);
    }

    /** The name under which facts about the message are recorded, whether or not it may be used as a key. */
    String id() {
        return identity instanceof MessageIdentity.Known known ? known.id() : messageId;
    }
}
