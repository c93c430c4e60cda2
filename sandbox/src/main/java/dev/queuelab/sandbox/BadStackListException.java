package dev.queuelab.sandbox;

/** A list of stacks that is not one. The message says where and what is accepted. */
final class BadStackListException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadStackListException(String message) {
        super(message);
    }
}
