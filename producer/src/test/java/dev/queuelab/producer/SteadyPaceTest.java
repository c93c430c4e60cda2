package dev.queuelab.producer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SteadyPaceTest {
    private static final int BATCH = 10;

    @ParameterizedTest(name = "{0}/s, waits up to {1} ms too long")
    @CsvSource({"0.5, 0", "0.5, 30", "5, 0", "5, 30", "20, 0", "20, 30", "1000, 0", "1000, 8"})
    void holdsTheRateOverTenSeconds(double rate, long oversleepMillis) {
        for (long seed = 0; seed < 20; seed++) {
            SplittableRandom jitter = new SplittableRandom(seed);
            long bound = TimeUnit.MILLISECONDS.toNanos(oversleepMillis) + 1;
            FakeTimeline timeline = new FakeTimeline(() -> jitter.nextLong(bound));
            long start = timeline.nanos();
            Pace pace = new SteadyPace(rate, timeline::nanos);

            long sent = 0;
            while (timeline.nanos() + pace.untilNext().toNanos() - start < TimeUnit.SECONDS.toNanos(10)) {
                timeline.stopRequestedWithin(pace.untilNext());
                sent += pace.take(BATCH);
            }

            // Message 0 is due at once, so ten seconds hold rate * 10, and what a wait may be late is due again after.
            assertThat((double) sent).as("seed %d", seed).isCloseTo(rate * 10, within(Math.max(rate * 10 * 0.02, 0.5)));
        }
    }

    @Test
    void makesTheFirstMessageDueAtOnceAndTheNextAfterItsInterval() {
        FakeTimeline timeline = new FakeTimeline();
        Pace pace = new SteadyPace(4, timeline::nanos);

        assertThat(pace.untilNext()).isZero();
        assertThat(pace.take(BATCH)).isEqualTo(1);
        assertThat(pace.untilNext()).isEqualTo(Duration.ofMillis(250));
    }

    @Test
    void givesWhatIsDueButNoMoreThanABatch() {
        FakeTimeline timeline = new FakeTimeline();
        Pace pace = new SteadyPace(20, timeline::nanos);

        timeline.pass(Duration.ofMillis(120));
        assertThat(pace.take(BATCH)).isEqualTo(3);

        timeline.pass(Duration.ofMillis(900));
        assertThat(pace.take(BATCH)).isEqualTo(BATCH);
    }

    @Test
    void takesAtLeastOneEvenBeforeItIsDue() {
        FakeTimeline timeline = new FakeTimeline();
        Pace pace = new SteadyPace(1, timeline::nanos);

        assertThat(pace.take(BATCH)).isEqualTo(1);
        assertThat(pace.take(BATCH)).isEqualTo(1);
        assertThat(pace.untilNext()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void makesUpForOneSecondOfAStallAtMost() {
        FakeTimeline timeline = new FakeTimeline();
        Pace pace = new SteadyPace(50, timeline::nanos);

        timeline.pass(Duration.ofMinutes(10));
        int burst = 0;
        while (pace.untilNext().isZero()) {
            burst += pace.take(BATCH);
        }

        assertThat(burst).isEqualTo(51); // a second's worth, and the one that is due now
        assertThat(pace.untilNext()).isEqualTo(Duration.ofMillis(20));
    }

    @Test
    void withoutALimitNeverWaits() {
        Pace pace = Pace.of(0, () -> 0);

        assertThat(pace.untilNext()).isZero();
        assertThat(pace.take(BATCH)).isEqualTo(BATCH);
        assertThat(pace.untilNext()).isZero();
    }
}
