package dev.queuelab.lab.run;

/** A stored run does not hold what judging it takes; the message says what is missing. */
public final class NotJudgeableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotJudgeableException(String message) {
        super(message);
    }

    NotJudgeableException(String message, Throwable cause) {
        super(message, cause);
    }
}
