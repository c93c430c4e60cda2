package dev.queuelab.lab.stage;

/** Something went wrong on the stage that the scenario did not intend: the run ends, and cannot be judged. */
public final class StageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StageException(String message) {
        super(message);
    }

    StageException(String message, Throwable cause) {
        super(message, cause);
    }
}
