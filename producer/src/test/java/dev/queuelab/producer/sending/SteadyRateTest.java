package dev.queuelab.producer.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.queuelab.producer.cli.FakeClock;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SteadyRateTest {
    private static final int BATCH = 10;

    @ParameterizedTest(name = "{0}/s, waits up to {1} ms too long")
    @CsvSource({"0.5, 0", "0.5, 30", "5, 0", "5, 30", "20, 0", "20, 30", "1000, 0", "1000, 8"})
    void holdsTheRateOverTenSeconds(double perSecond, long oversleepMillis) {
        for (long seed = 0; seed < 20; seed++) {
            SplittableRandom jitter = new SplittableRandom(seed);
            long bound = TimeUnit.MILLISECONDS.toNanos(oversleepMillis) + 1;
            FakeClock clock = new FakeClock(() -> jitter.nextLong(bound));
            long start = clock.nanos();
            RateLimit rate = new SteadyRate(perSecond, clock::nanos);

            long sent = 0;
            while (clock.nanos() + rate.untilNext().toNanos() - start < TimeUnit.SECONDS.toNanos(10)) {
                clock.stopRequestedWithin(rate.untilNext());
                sent += rate.take(BATCH);
            }

            // Message 0 is due at once, so ten seconds hold perSecond * 10, and what a wait may be late is due again
            // after.
            assertThat((double) sent)
                    .as("seed %d", seed)
                    .isCloseTo(perSecond * 10, within(Math.max(perSecond * 10 * 0.02, 0.5)));
        }
    }

    @Test
    void makesTheFirstMessageDueAtOnceAndTheNextAfterItsInterval() {
        FakeClock clock = new FakeClock();
        RateLimit rate = new SteadyRate(4, clock::nanos);

        assertThat(rate.untilNext()).isZero();
        assertThat(rate.take(BATCH)).isEqualTo(1);
        assertThat(rate.untilNext()).isEqualTo(Duration.ofMillis(250));
    }

    @Test
    void givesWhatIsDueButNoMoreThanABatch() {
        FakeClock clock = new FakeClock();
        RateLimit rate = new SteadyRate(20, clock::nanos);

        clock.pass(Duration.ofMillis(120));
        assertThat(rate.take(BATCH)).isEqualTo(3);

        clock.pass(Duration.ofMillis(900));
        assertThat(rate.take(BATCH)).isEqualTo(BATCH);
    }

    @Test
    void takesAtLeastOneEvenBeforeItIsDue() {
        FakeClock clock = new FakeClock();
        RateLimit rate = new SteadyRate(1, clock::nanos);

        assertThat(rate.take(BATCH)).isEqualTo(1);
        assertThat(rate.take(BATCH)).isEqualTo(1);
        assertThat(rate.untilNext()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void makesUpForOneSecondOfAStallAtMost() {
        FakeClock clock = new FakeClock();
        RateLimit rate = new SteadyRate(50, clock::nanos);

        clock.pass(Duration.ofMinutes(10));
        int burst = 0;
        while (rate.untilNext().isZero()) {
            burst += rate.take(BATCH);
        }

        assertThat(burst).isEqualTo(51); // a second's worth, and the one that is due now
        assertThat(rate.untilNext()).isEqualTo(Duration.ofMillis(20));
    }

    @Test
    void withoutALimitNeverWaits() {
        RateLimit rate = RateLimit.of(0, () -> 0);

        assertThat(rate.untilNext()).isZero();
        assertThat(rate.take(BATCH)).isEqualTo(BATCH);
        assertThat(rate.untilNext()).isZero();
    }
}
