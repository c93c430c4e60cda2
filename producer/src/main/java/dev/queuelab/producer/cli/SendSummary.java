package dev.queuelab.producer.cli;

import dev.queuelab.producer.sending.SendCount;
import dev.queuelab.producer.sending.SendCounters;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** The one line that a run leaves behind. */
final class SendSummary {
    private SendSummary() {}

    static String of(SendCounters counters, long notSent, Duration took, long seed) {
        double seconds = (double) took.toNanos() / TimeUnit.SECONDS.toNanos(1);
        long sent = counters.of(SendCount.SENT);
        return String.format(
                Locale.ROOT,
                "sent %d messages in %.2f s%s: %d batches, %d calls (%d failed), %d tries repeated, "
                        + "%d failed entries, %d not sent; seed %d",
                sent,
                seconds,
                seconds > 0 ? String.format(Locale.ROOT, " (%.1f/s)", sent / seconds) : "",
                counters.of(SendCount.BATCHES),
                counters.of(SendCount.CALLS),
                counters.of(SendCount.FAILED_CALLS),
                counters.of(SendCount.RETRIES),
                counters.of(SendCount.FAILED_ENTRIES),
                notSent,
                seed);
    }
}
