package dev.queuelab.lab.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LastingEmptinessTest {
    private static final Duration ENOUGH = Duration.ofNanos(10);

    private final LastingEmptiness emptiness = new LastingEmptiness();

    @Test
    void aQueueThatStaysEmptyIsEmptyForGood() {
        assertThat(emptiness.isForGood(0, false, 100, ENOUGH)).isFalse();
        assertThat(emptiness.isForGood(0, false, 110, ENOUGH)).isFalse();
        assertThat(emptiness.isForGood(0, false, 111, ENOUGH)).isTrue();
    }

    @Test
    void whileAProducerRunsMoreMayCome() {
        emptiness.isForGood(0, true, 100, ENOUGH);

        assertThat(emptiness.isForGood(0, true, 200, ENOUGH)).isFalse();
        assertThat(emptiness.isForGood(0, false, 205, ENOUGH)).isFalse();
        assertThat(emptiness.isForGood(0, false, 216, ENOUGH)).isTrue();
    }

    @Test
    void aMessageBeginsTheTimeAnew() {
        emptiness.isForGood(0, false, 100, ENOUGH);
        emptiness.isForGood(1, false, 105, ENOUGH);

        assertThat(emptiness.isForGood(0, false, 112, ENOUGH)).isFalse();
    }
}
