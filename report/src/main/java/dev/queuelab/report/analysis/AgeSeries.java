package dev.queuelab.report.analysis;

import dev.queuelab.core.trace.MessageTrace;
import dev.queuelab.core.trace.MessageTraces;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** How old the oldest message was that was still on the queue. */
public final class AgeSeries {
    private static final int POINTS = 300;

    private AgeSeries() {}

    private record Stay(double from, double to) {}

    /** Seconds since the sending of the oldest message that was neither deleted nor dead-lettered. */
    public static Series oldest(MessageTraces traces, RunTime time) {
        List<Stay> stays = traces.all().stream()
                .filter(trace -> !trace.moves().isEmpty())
                .map(trace -> stay(trace, time))
                .sorted(Comparator.comparingDouble(Stay::from))
                .toList();
        Series series = Series.of("oldest");
        for (int i = 0; i <= POINTS; i++) {
            double at = rounded(time.end() * i / POINTS);
            double age = stays.stream()
                    .takeWhile(stay -> stay.from() <= at)
                    .filter(stay -> stay.to() > at)
                    .mapToDouble(stay -> at - stay.from())
                    .findFirst()
                    .orElse(0);
            series.add(at, rounded(age));
        }
        return series;
    }

    private static Stay stay(MessageTrace trace, RunTime time) {
        Instant from = trace.moves().get(0).at();
        return new Stay(
                time.seconds(from), trace.leftQueueAt().map(time::seconds).orElse(Double.POSITIVE_INFINITY));
    }

    private static double rounded(double seconds) {
        return Math.round(seconds * 1000) / 1000.0;
    }
}
