package dev.queuelab.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.queuelab.core.history.Event;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * How many messages are worked on, and received, at once. A limit keeps a test from an empty receive,
 * which ends it while messages are not begun.
 */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SideBySideTest {
    private final ConsumerFixture fixture = new ConsumerFixture();

    @Test
    void asManyAreWorkedOnAtOnceAsIsSet() {
        CyclicBarrier three = new CyclicBarrier(3);
        fixture.dynamoDb.before("perform", () -> Awaits.await(three));
        fixture.queue.gives("a", "b", "c");

        RunSummary summary = fixture.run("MESSAGE_LIMIT", "3", "CONCURRENCY", "3", "MAX_MESSAGES", "10");

        assertThat(summary.processed()).isEqualTo(3);
        assertThat(fixture.facts.all(Event.Deleted.class)).hasSize(3);
    }

    @Test
    void neverMoreAreWorkedOnThanIsSet() {
        CyclicBarrier two = new CyclicBarrier(2);
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        fixture.dynamoDb.before("perform", () -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            Awaits.await(two);
            now.decrementAndGet();
        });
        fixture.queue.gives("a", "b", "c", "d", "e", "f");

        fixture.run("MESSAGE_LIMIT", "6", "CONCURRENCY", "2", "MAX_MESSAGES", "10");

        assertThat(most).hasValue(2);
    }

    @Test
    void noMoreAreBegunThanIsSet() {
        Deque<Runnable> begun = new ArrayDeque<>();
        SideBySide workers = fixture.sideBySide(begun::add, "CONCURRENCY", "2");

        workers.take(List.of(Samples.message("m-1", "a"), Samples.message("m-2", "b"), Samples.message("m-3", "c")));
        assertThat(begun).hasSize(2);
        begun.remove().run();

        assertThat(begun).hasSize(2);
    }

    @Test
    void receivingGoesOnWhileAThreadIsFree() {
        CountDownLatch begun = new CountDownLatch(1);
        fixture.dynamoDb.onEach(call -> {
            if (call.equals("start b")) {
                begun.countDown();
            } else if (call.equals("perform a")) {
                Awaits.await(begun);
            }
        });
        fixture.queue.gives("a").gives("b");

        assertThat(fixture.run("MESSAGE_LIMIT", "2", "CONCURRENCY", "2").processed())
                .isEqualTo(2);
    }

    @Test
    void nothingIsReceivedWhileNoThreadIsFree() {
        SideBySide workers = fixture.sideBySide(begun -> {}, "CONCURRENCY", "2");

        workers.take(List.of(Samples.message("a"), Samples.message("m-2", "b")));

        assertThat(workers.standing().room()).isZero();
    }

    @Test
    void whileWorkIsQuickMoreAreReceivedThanCanBeBegun() {
        assertThat(roomWhileOneOfTwoThreadsIsFree(Duration.ofMillis(100))).isEqualTo(2);
    }

    @Test
    void whileWorkIsSlowNoMoreAreReceivedThanCanBeBegun() {
        assertThat(roomWhileOneOfTwoThreadsIsFree(Duration.ofSeconds(1))).isEqualTo(1);
    }

    /** After a first message whose work took so long. */
    private int roomWhileOneOfTwoThreadsIsFree(Duration work) {
        Deque<Runnable> begun = new ArrayDeque<>();
        SideBySide workers = fixture.sideBySide(begun::add, "CONCURRENCY", "2");
        fixture.dynamoDb.before("perform a", () -> fixture.letPass(work));
        workers.take(List.of(Samples.message("a")));
        begun.remove().run();
        workers.take(List.of(Samples.message("b")));
        return workers.standing().room();
    }

    @Test
    void beforeItIsKnownHowLongWorkTakesNoMoreAreReceivedThanCanBeBegun() {
        SideBySide workers = fixture.sideBySide(begun -> {}, "CONCURRENCY", "2");

        workers.take(List.of(Samples.message("a")));

        assertThat(workers.standing().room()).isEqualTo(1);
    }

    @Test
    void messagesThatWaitForOthersTakeUpTheRoom() {
        Deque<Runnable> begun = new ArrayDeque<>();
        SideBySide workers = fixture.sideBySide(begun::add, "CONCURRENCY", "2");

        workers.take(List.of(Samples.message("a"), Samples.message("a"), Samples.message("a")));

        assertThat(begun).hasSize(1);
        assertThat(workers.standing().room()).isZero();
    }

    @Test
    void aLimitCountsWhatIsInHand() {
        CountDownLatch asked = new CountDownLatch(1);
        fixture.dynamoDb.before("perform a", () -> Awaits.await(asked));
        fixture.queue.gives("a", "b").givesAfter(asked::countDown, "c");

        RunSummary summary = fixture.run("CONCURRENCY", "8", "MAX_MESSAGES", "10", "MESSAGE_LIMIT", "3");

        assertThat(summary.reason()).isEqualTo("message limit reached");
        assertThat(summary.processed()).isEqualTo(3);
        assertThat(receives()).containsExactly("receive 3 within 10 s", "receive 1 within 10 s");
    }

    @Test
    void aRejectedMessageMakesRoomForAnotherWithinTheLimit() {
        fixture.queue.gives("poison", "a").gives("b");

        RunSummary summary = fixture.run(
                "CONCURRENCY", "8", "MAX_MESSAGES", "10", "MESSAGE_LIMIT", "2", "REJECT_PAYLOAD_MARKER", "poison");

        assertThat(summary.processed()).isEqualTo(2);
        assertThat(receives()).containsExactly("receive 2 within 10 s", "receive 1 within 10 s");
    }

    private List<String> receives() {
        return List.copyOf(fixture.calls).stream()
                .filter(call -> call.startsWith("receive"))
                .toList();
    }
}
