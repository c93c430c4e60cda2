package dev.queuelab.report.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.queuelab.core.trace.HistoryBuilder;
import org.junit.jupiter.api.Test;

class SeriesTest {
    @Test
    void aThinnedSeriesKeepsItsEnds() {
        Series series = Series.of("x");
        for (int i = 0; i < 1_000; i++) {
            series.add(i, i * 2.0);
        }

        Series thin = series.thinned(100);

        assertThat(thin.t()).hasSize(100).startsWith(0.0).endsWith(999.0).isSorted();
        assertThat(thin.values().get("x")).hasSize(100).endsWith(1998.0);
    }

    @Test
    void ratesCountWhatHappenedInEachSpanOfTime() {
        HistoryBuilder run =
                new HistoryBuilder().sent(0.01, "a").sent(0.02, "b").received(0.11, "c-1", "a", 1);

        Series rates = RateSeries.of(run.history(), new RunTime(HistoryBuilder.BEGIN, HistoryBuilder.second(1)));

        assertThat(rates.values().get("sent")).startsWith(20.0, 0.0);
        assertThat(rates.values().get("received")).startsWith(0.0, 10.0);
    }
}
