package dev.queuelab.lab.replay;

/** A stored run cannot be judged again; the message says what is missing, or where the record and the story part. */
public final class NotReplayableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotReplayableException(String message) {
        super(message);
    }

    NotReplayableException(String message, Throwable cause) {
        super(message, cause);
    }
}
