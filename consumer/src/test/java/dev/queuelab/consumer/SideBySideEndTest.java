package dev.queuelab.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.queuelab.core.history.Event;
import dev.queuelab.core.history.HistoryException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How a run ends whose messages are worked on side by side. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SideBySideEndTest {
    private final ConsumerFixture fixture = new ConsumerFixture();

    @Test
    void whatIsBegunWhenTheEndIsRequestedIsFinishedAndTheRestHandedBack() {
        CyclicBarrier two = new CyclicBarrier(2, fixture.shutdown::request);
        fixture.dynamoDb.before("perform", () -> Awaits.await(two));
        fixture.queue.gives("a", "b", "c", "d");

        RunSummary summary = fixture.run("CONCURRENCY", "2", "MAX_MESSAGES", "10");

        assertThat(summary.reason()).isEqualTo("shutdown requested");
        assertThat(summary.processed()).isEqualTo(2);
        assertThat(fixture.callsOf("a")).contains("delete a");
        assertThat(fixture.callsOf("b")).contains("delete b");
        assertThat(fixture.callsOf("c", "d")).containsExactlyInAnyOrder("show c after 0 s", "show d after 0 s");
    }

    @Test
    void workIsNotIdleTime() {
        CountDownLatch polled = new CountDownLatch(2);
        fixture.dynamoDb.before("perform a", () -> Awaits.await(polled));
        fixture.queue.whenEmpty(waitSeconds -> {
            fixture.letPass(Duration.ofSeconds(waitSeconds));
            polled.countDown();
        });
        fixture.queue.gives("a");

        RunSummary summary = fixture.run("CONCURRENCY", "2", "IDLE_TIMEOUT_SECONDS", "5");

        assertThat(summary.processed()).isEqualTo(1);
        assertThat(summary.reason()).isEqualTo("idle timeout");
    }

    @Test
    void aCrashEndsTheRun() {
        fixture.queue.gives("a", "b");

        assertThatThrownBy(() -> fixture.run(
                        "MESSAGE_LIMIT", "2", "CONCURRENCY", "2", "MAX_MESSAGES", "10", "CRASH_AFTER_SIDE_EFFECT", "1"))
                .isInstanceOf(ConsumerFixture.Crash.class);
    }

    @Test
    void whatCannotBeRecordedEndsTheRunBeforeItsNextStep() {
        fixture.facts.refuse(Event.EffectAttempted.class);
        fixture.queue.gives("a");

        assertThatThrownBy(() -> fixture.run("MESSAGE_LIMIT", "1", "CONCURRENCY", "2"))
                .isInstanceOf(HistoryException.class);

        assertThat(fixture.calls).doesNotContain("perform a");
    }
}
