package dev.queuelab.core.knob;

/** What makes two deliveries the same message to the consumer. */
public enum IdentitySource {
    /** The payload's {@code id}, which the producer chose; SQS's MessageId where there is none. */
    PAYLOAD,
    /** SQS's MessageId: it is another one after a redrive from a dead-letter queue, for the same message. */
    MESSAGE_ID
}
