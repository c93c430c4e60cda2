package dev.queuelab.core.toolbox;

import java.time.Duration;
import java.util.Locale;

/** Durations as decimal seconds, the unit of knobs, documents and messages to people. */
public final class Seconds {
    private Seconds() {}

    /** Seconds, to the millisecond. */
    public static double of(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    public static Duration toDuration(double seconds) {
        return Duration.ofNanos((long) (seconds * 1e9));
    }

    /** Such as "1.5", in every locale. */
    public static String format(Duration duration) {
        return String.format(Locale.ROOT, "%.1f", of(duration));
    }
}
