package dev.queuelab.consumer;

import dev.queuelab.core.history.SkipReason;
import java.time.Duration;

/** What came of one delivery. */
sealed interface DeliveryOutcome {

    /** The work was done now. */
    record Done() implements DeliveryOutcome {}

    /** The work was known to be done, and was not repeated. */
    record Skipped(SkipReason reason) implements DeliveryOutcome {}

    /** The message is too old to be worked on. */
    record Expired(Duration age) implements DeliveryOutcome {}

    /** The message itself is at fault; the reason completes "rejected: ...". */
    record Rejected(String reason) implements DeliveryOutcome {}

    /**
     * Something that the message needs did not respond as it should.
     *
     * @param step what was being done, such as "performing the effect"
     * @param leftToAnother whether another process has the message now
     */
    record Failed(String step, String reason, boolean leftToAnother) implements DeliveryOutcome {

        static Failed of(StepFailedException failure) {
            return new Failed(failure.step(), text(failure), failure.leftToAnother());
        }

        static Failed of(String step, RuntimeException failure) {
            return new Failed(step, text(failure), false);
        }

        private static String text(RuntimeException failure) {
            return failure.getMessage() == null ? failure.toString() : failure.getMessage();
        }
    }

    /** Whether the message need not come back. */
    default boolean isProcessed() {
        return this instanceof Done || this instanceof Skipped || this instanceof Expired;
    }
}
