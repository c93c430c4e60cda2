package dev.queuelab.lab.stage;

/** A consumer did not do what a scenario needs of it, such as to crash where it is set to. Perhaps it does not know how. */
public final class UnfitConsumerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnfitConsumerException(String message) {
        super(message);
    }
}
