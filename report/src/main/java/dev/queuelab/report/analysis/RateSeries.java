package dev.queuelab.report.analysis;

import dev.queuelab.core.history.Entry;
import dev.queuelab.core.history.Event;
import dev.queuelab.core.history.History;
import java.util.List;

/** How many messages per second were sent, received, worked on and deleted. */
public final class RateSeries {
    private static final double[] WIDTHS = {0.1, 0.25, 0.5, 1, 2, 5, 10, 30, 60, 300, 900};
    private static final int MOST_BINS = 120;

    private static final List<Class<? extends Event>> KINDS =
            List.of(Event.Sent.class, Event.Received.class, Event.EffectPerformed.class, Event.Deleted.class);

    private RateSeries() {}

    /** Each point holds until the next one. */
    public static Series of(History history, RunTime time) {
        double width = widthFor(time.end());
        int bins = (int) Math.ceil(time.end() / width) + 1;
        double[][] counts = new double[bins][KINDS.size()];
        for (Entry entry : history.entries()) {
            int kind = KINDS.indexOf(entry.event().getClass());
            int bin = (int) (time.seconds(entry.at()) / width);
            if (kind >= 0 && bin >= 0 && bin < bins) {
                counts[bin][kind]++;
            }
        }
        Series series = Series.of("sent", "received", "effects", "deleted");
        for (int bin = 0; bin < bins; bin++) {
            double[] rates = counts[bin];
            for (int kind = 0; kind < rates.length; kind++) {
                rates[kind] = Series.round(rates[kind] / width, 2);
            }
            series.add(Series.round(bin * width, 3), rates);
        }
        return series;
    }

    private static double widthFor(double seconds) {
        for (double width : WIDTHS) {
            if (seconds / width <= MOST_BINS) {
                return width;
            }
        }
        return seconds / MOST_BINS;
    }
}
