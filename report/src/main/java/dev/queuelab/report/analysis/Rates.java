package dev.queuelab.report.analysis;

import java.util.List;

/** How often things happened, a second. */
public final class Rates {
    private static final double[] WIDTHS = {0.1, 0.25, 0.5, 1, 2, 5, 10, 30, 60, 300, 900};
    private static final int MOST_BINS = 120;

    private Rates() {}

    /** Messages sent, received, worked on and deleted a second, each point standing for the time up to the next. */
    public static Series of(List<Fact> facts, double endOfRun) {
        double width = widthFor(endOfRun);
        int bins = (int) Math.ceil(endOfRun / width) + 1;
        List<String> kinds = List.of("sent", "received", "effect-performed", "deleted");
        double[][] counts = new double[bins][kinds.size()];
        for (Fact fact : facts) {
            int kind = kinds.indexOf(fact.kind());
            int bin = (int) (fact.at() / width);
            if (kind >= 0 && bin >= 0 && bin < bins) {
                counts[bin][kind]++;
            }
        }
        Series series = Series.of("sent", "received", "effects", "deleted");
        for (int bin = 0; bin < bins; bin++) {
            double[] rates = counts[bin];
            for (int kind = 0; kind < rates.length; kind++) {
                rates[kind] = Math.round(rates[kind] / width * 100) / 100.0;
            }
            series.add(Math.round(bin * width * 1000) / 1000.0, rates);
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
