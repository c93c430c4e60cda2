package dev.queuelab.consumer;

import dev.queuelab.core.knob.Knobs;
import dev.queuelab.core.toolbox.Seconds;
import java.time.Duration;

/**
 * How long a message may be in hand before its work begins. Its visibility timeout goes on meanwhile: one that is begun
 * when it is over is delivered again, to somebody else or to the same process, and takes the room of others there.
 *
 * @param limit zero if there is none
 */
record BeginWithin(Duration limit) {
    private static final int NO_LIMIT = 1_000_000;

    static BeginWithin of(Settings settings) {
        return new BeginWithin(Seconds.toDuration(settings.get(Knobs.BEGIN_WITHIN_SECONDS)));
    }

    /**
     * How many messages may wait for those that are worked on. At the recent pace they are begun in half of the time; so
     * all are begun in time, unless work becomes more than twice as slow meanwhile.
     *
     * @param workers how many messages are worked on at once
     */
    int mostWaiting(Pace pace, int workers) {
        return limit.isZero()
                ? NO_LIMIT
                : (int) Math.min(
                        NO_LIMIT, pace.doneIn(limit.multipliedBy(workers).dividedBy(2)));
    }

    /**
     * Whether the message is to be handed back and not begun. That costs it one of its deliveries, so that it happens at
     * the first one alone.
     *
     * @param inHand how long ago it was received
     */
    boolean isTooLate(Delivery delivery, Duration inHand) {
        return !limit.isZero() && delivery.receiveCount() == 1 && inHand.compareTo(limit) >= 0;
    }
}
