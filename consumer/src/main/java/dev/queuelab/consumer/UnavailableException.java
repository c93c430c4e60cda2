package dev.queuelab.consumer;

/** Something that the message needs did not answer as it should; the message is not at fault. */
final class UnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String step;

    UnavailableException(String step, Throwable cause) {
        super(cause.getMessage(), cause);
        this.step = step;
    }

    /** What was being done, such as "performing the effect". */
    String step() {
        return step;
    }
}
