package dev.queuelab.gateway.call;

/** How a call is written. */
public enum Protocol {
    /** A JSON object, and the operation in the header {@code X-Amz-Target}. */
    JSON,
    /** A form whose field {@code Action} is the operation, and an answer in XML: SQS's older protocol. */
    QUERY,
    /** Neither: such a call is forwarded as it is. */
    OTHER
}
