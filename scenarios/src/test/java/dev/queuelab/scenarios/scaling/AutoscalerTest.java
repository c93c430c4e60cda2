package dev.queuelab.scenarios.scaling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class AutoscalerTest {
    private static final long FEW = 8;
    private static final Duration YOUNG = Duration.ofSeconds(4);

    private final Autoscaler scaler = new Autoscaler(FEW, YOUNG, 2);

    @Test
    void theFirstLookHasNothingToCompareWith() {
        assertThat(look(1_000, 100, 1).isSteady()).isTrue();
    }

    @Test
    void aQueueThatGrowsWantsAnotherConsumer() {
        look(10, 1, 1);

        Decision decision = look(11, 1, 1);

        assertThat(decision.wanted()).isEqualTo(2);
        assertThat(decision.reason()).isEqualTo("10 waiting became 11");
    }

    @Test
    void aFewThatWaitAreNoGrowth() {
        look(0, 0, 1);

        assertThat(look(FEW, 1, 1).isSteady()).isTrue();
    }

    @Test
    void messagesThatGrowOldWantAnotherConsumerThoughTheirNumberDoesNot() {
        look(10, 5, 1);

        Decision decision = look(10, 6, 1);

        assertThat(decision.wanted()).isEqualTo(2);
        assertThat(decision.reason()).isEqualTo("the oldest waits for 6.0 s, longer than before");
    }

    @Test
    void messagesThatAreYoungMayGrowOlder() {
        look(10, 3, 1);

        assertThat(look(10, 4, 1).isSteady()).isTrue();
    }

    @Test
    void aFewAreWorkForFewerOnceNothingWasAddedForSomeLooks() {
        look(20, 1, 2);
        look(21, 1, 2);

        assertThat(look(2, 1, 3).isSteady()).isTrue();
        assertThat(look(1, 1, 3).isSteady()).isTrue();
        Decision decision = look(0, 0, 3);

        assertThat(decision.wanted()).isEqualTo(2);
        assertThat(decision.reason()).isEqualTo("0 waiting are work for fewer");
    }

    @Test
    void consumersThatAreAllNeededStay() {
        look(100, 1, 3);
        look(80, 1, 3);
        look(40, 1, 3);

        assertThat(look(FEW * 2 + 1, 1, 3).isSteady()).isTrue();
        assertThat(look(FEW * 2, 1, 3).wanted()).isEqualTo(2);
    }

    @Test
    void theLastConsumerStays() {
        for (int look = 0; look < 5; look++) {
            assertThat(look(0, 0, 1).isSteady()).isTrue();
        }
    }

    /** A flood of 12 a second, on consumers that do 4 a second each, looked at every 2 s. */
    @Test
    void aFleetThatIsLargeEnoughStaysAsItIsForTheLooksThatMakeAnEquilibrium() {
        Autoscaler patient = new Autoscaler(FEW, YOUNG, 4);
        long waiting = 0;
        int consumers = 1;
        int steady = 0;
        for (int look = 0; look < 30 && steady < 4; look++) {
            waiting = Math.max(0, waiting + 24 - 8L * consumers);
            Decision decision =
                    patient.decide(new Load(waiting, Duration.ofMillis(waiting * 250 / consumers)), consumers);
            steady = decision.isSteady() ? steady + 1 : 0;
            consumers = decision.wanted();
        }

        assertThat(steady).isEqualTo(4);
        assertThat(consumers).isBetween(3, 5);
    }

    private Decision look(long waiting, long oldestSeconds, int consumers) {
        return scaler.decide(new Load(waiting, Duration.ofSeconds(oldestSeconds)), consumers);
    }
}
