package dev.queuelab.core.knob;

/** A knob has a value that it does not take; the message names the knob, the value and what is accepted. */
public final class BadKnobException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    BadKnobException(String message, Throwable cause) {
        super(message, cause);
    }
}
