package dev.queuelab.consumer;

/** A step failed because something that the message needs did not respond as it should; the message is not at fault. */
final class StepFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String step;

    StepFailedException(String step, Throwable cause) {
        super(cause.getMessage(), cause);
        this.step = step;
    }

    /** What was being done, such as "performing the effect". */
    String step() {
        return step;
    }
}
