package dev.queuelab.lab.runstore;

/** A folder is not that of a run; the message says which, and what was expected. */
public final class NoSuchRunException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NoSuchRunException(String message) {
        super(message);
    }
}
