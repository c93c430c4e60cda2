package dev.queuelab.sandbox;

/** The list of stacks is invalid. The message says where, and what is accepted. */
final class InvalidStackListException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InvalidStackListException(String message) {
        super(message);
    }
}
