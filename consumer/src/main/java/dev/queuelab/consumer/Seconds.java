package dev.queuelab.consumer;

import java.time.Duration;

/** Knobs tell times in seconds, as decimal numbers. */
final class Seconds {
    private Seconds() {}

    static Duration toDuration(double seconds) {
        return Duration.ofNanos((long) (seconds * 1e9));
    }
}
