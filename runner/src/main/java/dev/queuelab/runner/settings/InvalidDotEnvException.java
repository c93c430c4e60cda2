package dev.queuelab.runner.settings;

/** A settings file that is not understood. The message names the file, the line and what is accepted. */
public final class InvalidDotEnvException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InvalidDotEnvException(String message) {
        super(message);
    }
}
