package dev.queuelab.sandbox;

/** The emulators or the stacks could not be brought up. The message is a sentence for the user. */
final class CouldNotStartException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CouldNotStartException(String message, Throwable cause) {
        super(message, cause);
    }

    /** @param option the command line's name for the port */
    static CouldNotStartException portTaken(String option, int port, Throwable cause) {
        return new CouldNotStartException(
                "The sandbox could not start: port " + port + " on 127.0.0.1 (" + option
                        + ") is taken by another program. Give another port, or 0 for any free one.",
                cause);
    }
}
