package dev.queuelab.lab.waiting;

/** A wait ended in vain; the message says what for, how long, and what was seen last. */
public final class WaitException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WaitException(String message, Throwable cause) {
        super(message, cause);
    }
}
