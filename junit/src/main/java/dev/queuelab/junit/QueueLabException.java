package dev.queuelab.junit;

/** The laboratory could not be started, or came to no results: nothing is known of the consumer. */
public final class QueueLabException extends RuntimeException {
    private static final long serialVersionUID = 1;

    QueueLabException(String message) {
        super(message);
    }

    QueueLabException(String message, Throwable cause) {
        super(message, cause);
    }
}
