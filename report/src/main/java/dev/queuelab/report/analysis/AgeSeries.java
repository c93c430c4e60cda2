package dev.queuelab.report.analysis;

import dev.queuelab.core.trace.Backlog;
import dev.queuelab.core.trace.MessageTraces;
import java.time.Instant;

/** How old the oldest message on the queue was at each moment, in seconds. */
public final class AgeSeries {
    private static final int POINTS = 300;

    private AgeSeries() {}

    public static Series oldest(MessageTraces traces, RunTime time) {
        Series series = Series.of("oldest");
        for (int i = 0; i <= POINTS; i++) {
            double at = Series.round(time.end() * i / POINTS, 3);
            Instant moment = time.moment(at);
            Backlog backlog = traces.backlogAt(moment);
            // From the sending as the report shows it, so that both agree to the millisecond.
            double sent = time.seconds(moment.minus(backlog.oldestAge()));
            series.add(at, Series.round(at - sent, 3));
        }
        return series;
    }
}
