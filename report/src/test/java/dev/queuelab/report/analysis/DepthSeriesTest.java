package dev.queuelab.report.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.queuelab.core.trace.HistoryBuilder;
import dev.queuelab.lab.runstore.DepthSample;
import dev.queuelab.scenarios.check.Depth;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class DepthSeriesTest {
    private static final RunTime TIME = new RunTime(HistoryBuilder.BEGIN, HistoryBuilder.second(9));

    private final HistoryBuilder run = new HistoryBuilder().sent(0.5, "a").sent(0.6, "b");

    @Test
    void theMessagesAtEachPlaceAreCounted() {
        run.received(1, "c-1", "a", 1).deleted(1.3, "c-1", "a");
        run.received(1, "c-1", "b", 1).received(3.1, "c-1", "b", 2);

        Series depth = DepthSeries.reconstructed(run.traces(9), TIME);

        assertThat(at(depth, 0)).containsExactly(0.0, 0.0, 0.0);
        assertThat(at(depth, 0.6)).containsExactly(2.0, 0.0, 0.0);
        assertThat(at(depth, 1)).containsExactly(0.0, 2.0, 0.0);
        assertThat(at(depth, 1.3)).containsExactly(0.0, 1.0, 0.0);
        assertThat(at(depth, 3)).containsExactly(1.0, 0.0, 0.0);
        assertThat(at(depth, 9)).containsExactly(0.0, 0.0, 1.0);
    }

    @Test
    void whatWouldHappenAfterTheEndOfTheRunIsNotShown() {
        Series depth = DepthSeries.reconstructed(run.received(8, "c-1", "a", 1).traces(9), TIME);

        assertThat(depth.t()).endsWith(9.0);
        assertThat(at(depth, 9)).containsExactly(1.0, 1.0, 0.0);
    }

    @Test
    void aReceiveThatWasRecordedBeforeTheAcknowledgementMakesNoDepthNegative() {
        HistoryBuilder early = new HistoryBuilder().received(0.4, "c-1", "a", 1).sent(0.5, "a");

        Series depth = DepthSeries.reconstructed(early.traces(9), TIME);

        assertThat(depth.values().values()).allSatisfy(list -> assertThat(list).allMatch(value -> value >= 0));
    }

    @Test
    void samplesAreShownAsTheQueuesCounted() {
        Series depth = DepthSeries.sampled(
                List.of(new DepthSample(HistoryBuilder.second(2), new Depth(3, 2, 1), new Depth(1, 1, 0))), TIME);

        assertThat(at(depth, 2)).containsExactly(4.0, 2.0, 2.0);
    }

    @Test
    void theOldestMessageAgesUntilItIsGone() {
        HistoryBuilder one =
                new HistoryBuilder().sent(0.5, "a").received(1, "c-1", "a", 1).deleted(4.5, "c-1", "a");

        Series ages = AgeSeries.oldest(one.traces(9), TIME);

        assertThat(ages.values()).containsOnlyKeys("oldest");
        assertThat(ages.values().values()).singleElement().satisfies(list -> {
            assertThat(list).endsWith(0.0);
            assertThat(Collections.max(list)).isBetween(3.9, 4.0);
        });
    }

    @Test
    void aDeadLetterDoesNotAgeUntilARedriveBringsItBack() {
        HistoryBuilder redriven =
                new HistoryBuilder().sent(1, "a").received(1, "c-1", "a", 2).received(6, "c-1", "a", 1);

        Series ages = AgeSeries.oldest(redriven.traces(9), TIME);

        assertThat(at(ages, 2.4)).containsExactly(1.4);
        assertThat(at(ages, 4)).containsExactly(0.0);
        assertThat(at(ages, 6)).containsExactly(5.0);
    }

    /** The values from that second on: of depths those waiting, in flight and dead-lettered. */
    private static List<Double> at(Series series, double second) {
        int index = series.t().stream().filter(t -> t <= second).toList().size() - 1;
        return series.values().values().stream().map(list -> list.get(index)).toList();
    }
}
