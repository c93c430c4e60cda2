package dev.queuelab.producer;

/** No message can be sent any more; the message says why. */
final class SendingEndedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String reason;

    SendingEndedException(String reason, Throwable cause) {
        super(reason, cause);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
