package dev.queuelab.lab.stage;

/** Something went wrong on the stage that the story did not intend: it ends, and cannot be judged. */
public final class StageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StageException(String message) {
        super(message);
    }

    StageException(String message, Throwable cause) {
        super(message, cause);
    }
}
