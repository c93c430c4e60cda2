package dev.queuelab.producer;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** The one line that a run leaves behind. */
final class Summary {
    private Summary() {}

    static String of(Tally tally, long notSent, Duration took, long seed) {
        double seconds = (double) took.toNanos() / TimeUnit.SECONDS.toNanos(1);
        long sent = tally.of(Count.SENT);
        return String.format(
                Locale.ROOT,
                "sent %d messages in %.2f s%s: %d batches, %d calls (%d failed), %d tries repeated, "
                        + "%d failed entries, %d not sent; seed %d",
                sent,
                seconds,
                seconds > 0 ? String.format(Locale.ROOT, " (%.1f/s)", sent / seconds) : "",
                tally.of(Count.BATCHES),
                tally.of(Count.CALLS),
                tally.of(Count.FAILED_CALLS),
                tally.of(Count.RETRIES),
                tally.of(Count.FAILED_ENTRIES),
                notSent,
                seed);
    }
}
