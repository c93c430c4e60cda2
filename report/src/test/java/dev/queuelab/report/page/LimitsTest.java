package dev.queuelab.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LimitsTest {
    private static final List<Integer> HUNDRED = IntStream.range(0, 100).boxed().toList();

    private final Limits limits = new Limits();

    @Test
    void nothingIsNotedWhereAllFit() {
        assertThat(limits.firstAndLast("steps", HUNDRED, 100)).isEqualTo(HUNDRED);
        assertThat(limits.preferring("messages", HUNDRED, 100, "", i -> true)).isEqualTo(HUNDRED);
        assertThat(limits.notes()).isEmpty();
    }

    @Test
    void bothEndsAreKept() {
        assertThat(limits.firstAndLast("steps", HUNDRED, 5)).containsExactly(0, 1, 98, 99);
        assertThat(limits.notes()).containsExactly("This page shows 4 of 100 steps: the first 2 and the last 2.");
    }

    @Test
    void thePreferredAreKeptAndOthersFromAllOfTheList() {
        List<Integer> kept = limits.preferring("messages", HUNDRED, 6, "odd ones", i -> i == 7 || i == 8);

        assertThat(kept).hasSize(6).contains(7, 8).isSorted();
        assertThat(kept.get(5)).isGreaterThan(90);
        assertThat(limits.notes()).containsExactly("This page shows 6 of 100 messages: odd ones.");
    }

    @Test
    void ofTooManyPreferredTheFirstAreKept() {
        assertThat(limits.preferring("messages", HUNDRED, 3, "", i -> i >= 50)).containsExactly(50, 51, 52);
        assertThat(limits.preferring("messages", HUNDRED, 0, "", i -> i >= 50)).isEmpty();
    }
}
