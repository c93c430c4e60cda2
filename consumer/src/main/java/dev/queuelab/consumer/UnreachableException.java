package dev.queuelab.consumer;

/** The queue or a table cannot be used, and the consumer does not try again; the message names it and says why. */
final class UnreachableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreachableException(String message, Throwable cause) {
        super(message, cause);
    }
}
