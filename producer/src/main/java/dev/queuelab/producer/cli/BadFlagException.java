package dev.queuelab.producer.cli;

/** A flag's value turned out not to do; the message names the flag and says why. */
final class BadFlagException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadFlagException(String message, Throwable cause) {
        super(message, cause);
    }
}
