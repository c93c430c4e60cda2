package dev.queuelab.lab.stage;

import java.time.Duration;
import java.util.OptionalLong;

/** Whether a queue has been empty for so long that nothing more will come. */
final class LastingEmptiness {
    private OptionalLong sinceNanos = OptionalLong.empty();

    /**
     * Notes a look at the queue.
     *
     * @param messages how many it holds
     * @param mayGrow whether a producer is running, so that more may come
     * @param nanos when, by {@link System#nanoTime}
     * @param enough how long it must be empty
     * @return whether it is empty for good
     */
    boolean isForGood(long messages, boolean mayGrow, long nanos, Duration enough) {
        if (messages > 0 || mayGrow) {
            sinceNanos = OptionalLong.empty();
            return false;
        }
        if (sinceNanos.isEmpty()) {
            sinceNanos = OptionalLong.of(nanos);
        }
        return nanos - sinceNanos.getAsLong() > enough.toNanos();
    }
}
