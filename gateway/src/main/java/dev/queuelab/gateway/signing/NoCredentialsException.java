package dev.queuelab.gateway.signing;

/** The user has no credentials, or those that there are cannot be used. */
public final class NoCredentialsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoCredentialsException(String message, Throwable cause) {
        super(message, cause);
    }
}
