package dev.queuelab.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.queuelab.core.history.Event;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Crashes on purpose: where they happen, what they leave behind, and that a seed repeats them. */
class CrashTest {
    private final Bench bench = new Bench();

    @Test
    void aCrashAfterReceivingComesBeforeAnythingIsDone() {
        bench.queue.gives("a");

        assertThatThrownBy(() -> bench.run("CRASH_AFTER_RECEIVE", "1")).isInstanceOf(Bench.Crash.class);

        assertThat(bench.calls).containsExactly("receive 1 within 10 s");
        assertThat(bench.facts.kinds()).containsExactly("Received", "Crashed");
        assertThat(bench.facts.all()).last().isEqualTo(new Event.Crashed("a", "after receive"));
    }

    @Test
    void aCrashAfterTheSideEffectComesBeforeOurBookkeepingOfIt() {
        bench.queue.gives("a");

        assertThatThrownBy(() -> bench.run("CRASH_AFTER_SIDE_EFFECT", "1")).isInstanceOf(Bench.Crash.class);

        assertThat(bench.calls).containsExactly("receive 1 within 10 s", "start a", "perform a");
        assertThat(bench.facts.all()).last().isEqualTo(new Event.Crashed("a", "after side effect"));
    }

    @Test
    void theNextConsumerFindsTheEffectAndDoesNotCrashAgain() {
        bench.queue.gives("a").gives("a");
        assertThatThrownBy(() -> bench.run("CRASH_AFTER_SIDE_EFFECT", "1")).isInstanceOf(Bench.Crash.class);
        bench.calls.clear();

        bench.run("CRASH_AFTER_SIDE_EFFECT", "1");

        assertThat(bench.calls).startsWith("receive 1 within 10 s", "start a", "look a", "complete a", "delete a");
        assertThat(bench.dynamoDb.timesPerformed("a")).isEqualTo(1);
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
        Chaos chaos = Chaos.of(Samples.settings(knobs), facts, () -> {});
        return IntStream.range(0, 1_000)
                .mapToObj(number -> {
                    int before = facts.all().size();
                    chaos.afterReceive("m-" + number);
                    return facts.all().size() > before;
                })
                .toList();
    }
}
