package dev.queuelab.consumer;

/** The message itself is at fault; the reason completes "rejected, since ...". */
final class RejectedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String reason;

    RejectedException(String reason) {
        super(reason);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
