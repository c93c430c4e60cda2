package dev.queuelab.core.knob;

/** What happens to a message whose id is known, but with another body. */
public enum OnChangedBody {
    /** It is reported, and taken for the message that the id names. */
    WARN,
    /** It is reported and rejected: it stays on the queue, which dead-letters it in the end. */
    REJECT
}
