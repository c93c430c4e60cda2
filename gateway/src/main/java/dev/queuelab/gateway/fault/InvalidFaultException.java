package dev.queuelab.gateway.fault;

/** A rule is not understood. */
public final class InvalidFaultException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InvalidFaultException(String message) {
        super(message);
    }
}
