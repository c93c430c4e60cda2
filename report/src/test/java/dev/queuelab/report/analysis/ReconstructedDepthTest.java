package dev.queuelab.report.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.queuelab.core.history.Event;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReconstructedDepthTest {
    private final FactBuilder told = new FactBuilder().sent(0.5, "a");

    @Test
    void aMessageWaitsIsInFlightAndIsGone() {
        Series truth = truth(told.received(1, "c-1", "a", 1).deleted(1.3, "c-1", "a"));

        assertThat(at(truth, 0)).containsExactly(0.0, 0.0, 0.0);
        assertThat(at(truth, 0.5)).containsExactly(1.0, 0.0, 0.0);
        assertThat(at(truth, 1)).containsExactly(0.0, 1.0, 0.0);
        assertThat(at(truth, 1.3)).containsExactly(0.0, 0.0, 0.0);
    }

    @Test
    void afterTheVisibilityTimeoutItWaitsAgain() {
        Series truth = truth(told.received(1, "c-1", "a", 1));

        assertThat(at(truth, 3)).containsExactly(1.0, 0.0, 0.0);
    }

    @Test
    void handedBackItWaitsAtOnce() {
        Series truth = truth(told.received(1, "c-1", "a", 1).at(1.2, "c-1", new Event.HandedBack("a", "m-a")));

        assertThat(at(truth, 1.2)).containsExactly(1.0, 0.0, 0.0);
    }

    @Test
    void afterItsLastDeliveryItIsDeadLettered() {
        Series truth = truth(told.received(1, "c-1", "a", 1).received(3.1, "c-1", "a", 2));

        assertThat(at(truth, 3.1)).containsExactly(0.0, 1.0, 0.0);
        assertThat(at(truth, 5.1)).containsExactly(0.0, 0.0, 1.0);
    }

    @Test
    void deletedByALateFirstReceiverItIsGoneThoughASecondHasItInHand() {
        Series truth = truth(
                told.received(1, "c-1", "a", 1).received(3.1, "c-2", "a", 2).deleted(3.5, "c-1", "a"));

        assertThat(at(truth, 3.5)).containsExactly(0.0, 0.0, 0.0);
        assertThat(truth.values().values()).allSatisfy(list -> assertThat(list).allMatch(value -> value >= 0));
        assertThat(at(truth, 9)).containsExactly(0.0, 0.0, 0.0);
    }

    @Test
    void theOldestMessageAgesUntilItIsGone() {
        Series ages =
                Ages.of(told.received(1, "c-1", "a", 1).deleted(4.5, "c-1", "a").lives(9), FactBuilder.QUEUE, 9);

        assertThat(ages.values()).containsOnlyKeys("oldest");
        assertThat(ages.values().values()).singleElement().satisfies(list -> {
            assertThat(list).endsWith(0.0);
            assertThat(Collections.max(list)).isBetween(3.9, 4.0);
        });
    }

    private static Series truth(FactBuilder told) {
        return ReconstructedDepth.of(told.lives(9), FactBuilder.QUEUE, 9);
    }

    /** Waiting, in flight, dead-lettered, from that second on. */
    private static List<Double> at(Series series, double second) {
        int index = series.t().stream().filter(t -> t <= second).toList().size() - 1;
        return series.values().values().stream().map(list -> list.get(index)).toList();
    }
}
