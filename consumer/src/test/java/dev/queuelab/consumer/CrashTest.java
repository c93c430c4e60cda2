package dev.queuelab.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.queuelab.core.history.Event;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Crashes on purpose: where they happen, what they leave behind, and that a seed repeats them. */
class CrashTest {
    private final ConsumerFixture fixture = new ConsumerFixture();

    @Test
    void aCrashAfterReceivingComesBeforeAnythingIsDone() {
        fixture.queue.gives("a");

        assertThatThrownBy(() -> fixture.run("CRASH_AFTER_RECEIVE", "1")).isInstanceOf(ConsumerFixture.Crash.class);

        assertThat(fixture.calls).containsExactly("receive 1 within 10 s");
        assertThat(fixture.facts.kinds()).containsExactly("Received", "Crashed");
        assertThat(fixture.facts.all()).last().isEqualTo(new Event.Crashed("a", "after receive"));
    }

    @Test
    void aCrashAfterTheSideEffectComesBeforeOurBookkeepingOfIt() {
        fixture.queue.gives("a");

        assertThatThrownBy(() -> fixture.run("CRASH_AFTER_SIDE_EFFECT", "1")).isInstanceOf(ConsumerFixture.Crash.class);

        assertThat(fixture.calls).containsExactly("receive 1 within 10 s", "start a", "perform a");
        assertThat(fixture.facts.all()).last().isEqualTo(new Event.Crashed("a", "after side effect"));
    }

    @Test
    void theNextConsumerFindsTheEffectAndDoesNotCrashAgain() {
        fixture.queue.gives("a").gives("a");
        assertThatThrownBy(() -> fixture.run("CRASH_AFTER_SIDE_EFFECT", "1")).isInstanceOf(ConsumerFixture.Crash.class);
        fixture.calls.clear();

        fixture.run("CRASH_AFTER_SIDE_EFFECT", "1");

        assertThat(fixture.calls).startsWith("receive 1 within 10 s", "start a", "look a", "complete a", "delete a");
        assertThat(fixture.dynamoDb.timesPerformed("a")).isEqualTo(1);
    }

    @Test
    void theSameSeedCrashesAtTheSameMessages() {
        List<Boolean> crashes = crashes("CRASH_RATE", "0.3", "SEED", "7");

        assertThat(crashes("CRASH_RATE", "0.3", "SEED", "7")).isEqualTo(crashes);
        assertThat(crashes("CRASH_RATE", "0.3", "SEED", "8")).isNotEqualTo(crashes);
        assertThat(crashes.stream().filter(crash -> crash).count()).isBetween(200L, 400L);
    }

    @Test
    void theRatesEndsAreNeverAndAlways() {
        assertThat(crashes("CRASH_RATE", "0.0")).containsOnly(false);
        assertThat(crashes("CRASH_RATE", "1.0")).containsOnly(true);
    }

    /** Whether each of a thousand messages brought a crash. */
    private static List<Boolean> crashes(String... knobs) {
        Facts facts = new Facts();
        CrashPoints crashPoints = CrashPoints.of(Samples.settings(knobs), facts, () -> {});
        return IntStream.range(0, 1_000)
                .mapToObj(number -> {
                    int before = facts.all().size();
                    crashPoints.afterReceive("m-" + number);
                    return facts.all().size() > before;
                })
                .toList();
    }
}
