package dev.queuelab.producer.sending;

/** No message can be sent any more; the message says why. */
public final class SendingEndedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String reason;

    public SendingEndedException(String reason, Throwable cause) {
        super(reason, cause);
        this.reason = reason;
    }

    public String reason() {
        return reason;
    }
}
