package dev.queuelab.lab.stage;

/** A consumer ended the play before its end, by ending itself or by standing still. The runner's history says how: it can be judged. */
public final class ConsumerFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ConsumerFailedException(String message) {
        super(message);
    }
}
