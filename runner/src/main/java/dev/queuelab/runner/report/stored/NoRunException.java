package dev.queuelab.runner.report.stored;

/** A folder is not that of a run; the message says which, and what was expected. */
public final class NoRunException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NoRunException(String message) {
        super(message);
    }
}
