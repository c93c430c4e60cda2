package dev.queuelab.lab.process;

/** A child process could not be started, or did not do what was asked of it; the message quotes the end of its log. */
public final class ChildException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ChildException(String message) {
        super(message);
    }

    public ChildException(String message, Throwable cause) {
        super(message, cause);
    }
}
