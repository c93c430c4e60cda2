package dev.queuelab.core.trace;

import java.time.Duration;

/**
 * The queue's own settings that decide where its messages are.
 *
 * @param visibilityTimeout how long a received message stays invisible; zero if it is not known
 * @param maxReceiveCount how often a message is delivered before the queue dead-letters it; 0 if it is not known
 */
public record QueueSettings(Duration visibilityTimeout, int maxReceiveCount) {
    /** Of a run that ended before it read its queue's settings. */
    public static final QueueSettings UNKNOWN = new QueueSettings(Duration.ZERO, 0);

    /** Whether a message with this receive count goes to the dead-letter queue next. */
    public boolean isLastDelivery(int receiveCount) {
        return maxReceiveCount > 0 && receiveCount >= maxReceiveCount;
    }

    /** Whether it is known when a received message becomes visible again. */
    public boolean knowsVisibilityTimeout() {
        return !visibilityTimeout.isZero();
    }
}
