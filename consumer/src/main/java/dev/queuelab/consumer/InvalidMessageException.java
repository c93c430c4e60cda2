package dev.queuelab.consumer;

/** The message itself is at fault; the reason completes "rejected: ...". */
final class InvalidMessageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String reason;

    InvalidMessageException(String reason) {
        super(reason);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
