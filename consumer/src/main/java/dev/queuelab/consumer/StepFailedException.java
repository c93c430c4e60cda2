package dev.queuelab.consumer;

import dev.queuelab.core.aws.CallErrors;
import java.io.IOException;

/** A step failed because something that the message needs did not respond as it should; the message is not at fault. */
class StepFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String step;

    /**
     * @param step what was being done, such as "performing the effect"
     * @param where the table, queue or file that failed, such as "table status"
     */
    StepFailedException(String step, String where, Exception cause) {
        super(where + ": " + (cause instanceof IOException ? cause.toString() : CallErrors.reason(cause)), cause);
        this.step = step;
    }

    /** @param message what failed, as a sentence that names it */
    StepFailedException(String step, String message) {
        super(message);
        this.step = step;
    }

    /** Whether another process has the message now, which must not be disturbed. */
    boolean leftToAnother() {
        return false;
    }

    String step() {
        return step;
    }
}
