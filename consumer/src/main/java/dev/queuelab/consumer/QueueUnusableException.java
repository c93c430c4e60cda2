package dev.queuelab.consumer;

/** The queue cannot be received from, and trying again would not help; the message says why. */
final class QueueUnusableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    QueueUnusableException(String message, Throwable cause) {
        super(message, cause);
    }
}
