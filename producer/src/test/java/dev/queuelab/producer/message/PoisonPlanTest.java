package dev.queuelab.producer.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PoisonPlanTest {
    private static List<Long> chosen(PoisonPlan plan, long total) {
        return LongStream.range(0, total).filter(plan::isPoison).boxed().toList();
    }

    private static PoisonPlan random(long count, long total, long seed) {
        return PoisonPlan.random(count, total, new SplittableRandom(seed));
    }

    @Test
    void everyThirdMeansTheIndicesTwoFiveAndEight() {
        assertThat(chosen(PoisonPlan.every(3), 10)).containsExactly(2L, 5L, 8L);
    }

    @Test
    void everyFirstMeansAll() {
        assertThat(chosen(PoisonPlan.every(1), 3)).containsExactly(0L, 1L, 2L);
    }

    @ParameterizedTest
    @CsvSource({"0, 10", "1, 1", "1, 10", "3, 10", "9, 10", "10, 10", "500, 1000"})
    void choosesExactlyAsManyAsAsked(long count, long total) {
        for (long seed = 0; seed < 50; seed++) {
            assertThat(chosen(random(count, total, seed), total)).hasSize((int) count);
        }
    }

    @Test
    void followsTheSeed() {
        assertThat(chosen(random(5, 100, 1), 100))
                .isEqualTo(chosen(random(5, 100, 1), 100))
                .isNotEqualTo(chosen(random(5, 100, 2), 100));
    }

    @Test
    void choosesEachIndexAboutAsOften() {
        int[] times = new int[10];
        for (long seed = 0; seed < 2_000; seed++) {
            chosen(random(2, 10, seed), 10).forEach(index -> times[index.intValue()]++);
        }

        // Expected 400 each with a standard deviation of 18; the seeds are fixed, so this cannot flicker.
        assertThat(IntStream.of(times)).allSatisfy(count -> assertThat(count).isBetween(330, 470));
    }
}
