package dev.queuelab.sandbox;

/** The emulators could not start, or the stacks could not be created. The message is a sentence for the user. */
final class StartupException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StartupException(String message, Throwable cause) {
        super(message, cause);
    }

    /** @param option the command line's name for the port */
    static StartupException portTaken(String option, int port, Throwable cause) {
        return new StartupException(
                "The sandbox could not start: port " + port + " on 127.0.0.1 (" + option
                        + ") is taken by another program. Give another port, or 0 for any free one.",
                cause);
    }
}
