package dev.queuelab.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.queuelab.core.history.Event;
import dev.queuelab.core.history.HistoryException;
import dev.queuelab.core.history.SkipReason;
import dev.queuelab.core.payload.Payload;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.services.sqs.model.Message;

/**
 * Messages worked on at once: how many, in which order, and how that ends. A limit keeps a test from an empty receive,
 * which ends it while messages are not begun.
 */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SideBySideTest {
    private static final String FIFO = Samples.QUEUE_URL + ".fifo";

    private final ConsumerFixture fixture = new ConsumerFixture();

    @Test
    void asManyAreWorkedOnAtOnceAsIsSet() {
        CyclicBarrier three = new CyclicBarrier(3);
        fixture.dynamoDb.before("perform", () -> await(three));
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
            await(two);
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

        workers.take(List.of(delivery("m-1", "a"), delivery("m-2", "b"), delivery("m-3", "c")));
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
                await(begun);
            }
        });
        fixture.queue.gives("a").gives("b");

        assertThat(fixture.run("MESSAGE_LIMIT", "2", "CONCURRENCY", "2").processed())
                .isEqualTo(2);
    }

    @Test
    void nothingIsReceivedWhileNoThreadIsFree() {
        SideBySide workers = fixture.sideBySide(begun -> {}, "CONCURRENCY", "2");

        workers.take(List.of(Samples.message("a"), delivery("m-2", "b")));

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
    void messagesOfAGroupAreWorkedOnInOrderAndOthersBesideThem() {
        CountDownLatch otherGroup = new CountDownLatch(1);
        fixture.dynamoDb.onEach(call -> {
            if (call.equals("complete x")) {
                otherGroup.countDown();
            } else if (call.equals("perform a")) {
                await(otherGroup);
            }
        });
        fixture.queue.gives(List.of(ofGroup("g", "a"), ofGroup("g", "b"), ofGroup("g", "c"), ofGroup("h", "x")));

        fixture.run("QUEUE_URL", FIFO, "MESSAGE_LIMIT", "4", "CONCURRENCY", "8", "MAX_MESSAGES", "10");

        assertThat(callsOf("a", "b", "c"))
                .containsExactly(
                        "start a",
                        "perform a",
                        "complete a",
                        "delete a",
                        "start b",
                        "perform b",
                        "complete b",
                        "delete b",
                        "start c",
                        "perform c",
                        "complete c",
                        "delete c");
    }

    @Test
    void whereAMessageOfAGroupFailsThoseBehindItAreHandedBackAndOthersAreNot() {
        fixture.queue.gives(List.of(
                ofGroup("g", "poison"), ofGroup("g", "b"), ofGroup("h", "x"), ofGroup("g", "c"), ofGroup("h", "y")));

        RunSummary summary = fixture.run(
                "QUEUE_URL",
                FIFO,
                "MESSAGE_LIMIT",
                "2",
                "CONCURRENCY",
                "2",
                "MAX_MESSAGES",
                "10",
                "REJECT_PAYLOAD_MARKER",
                "poison");

        assertThat(summary.processed()).isEqualTo(2);
        assertThat(callsOf("b", "c")).containsExactly("show b after 0 s", "show c after 0 s");
        assertThat(callsOf("y")).contains("delete y");
    }

    @Test
    void whereAFailedMessageOfAGroupIsDeletedThoseBehindItGoOn() {
        fixture.queue.gives(List.of(ofGroup("g", "poison"), ofGroup("g", "b")));

        fixture.run(
                "QUEUE_URL",
                FIFO,
                "MESSAGE_LIMIT",
                "1",
                "CONCURRENCY",
                "2",
                "ACKNOWLEDGE",
                "always",
                "REJECT_PAYLOAD_MARKER",
                "poison");

        assertThat(callsOf("b")).contains("perform b", "delete b");
    }

    @Test
    void groupsAreAskedForOnFifoQueuesOnly() {
        ConsumerFixture fifo = new ConsumerFixture();
        fifo.run("QUEUE_URL", FIFO, "CONCURRENCY", "2");
        fixture.run("CONCURRENCY", "2");

        assertThat(fifo.queue.attributes()).containsExactly(3);
        assertThat(fixture.queue.attributes()).containsExactly(2);
    }

    @Test
    void twoDeliveriesOfOneMessageHaveOneEffectAlsoWhereTheServiceIsNaive() {
        fixture.queue.gives("a", "a");

        RunSummary summary = fixture.run(
                "MESSAGE_LIMIT", "2", "CONCURRENCY", "2", "MAX_MESSAGES", "10", "EXTERNAL_SERVICE", "naive");

        assertThat(summary.processed()).isEqualTo(2);
        assertThat(fixture.dynamoDb.timesPerformed("a")).isEqualTo(1);
        assertThat(fixture.facts.all(Event.Skipped.class))
                .containsExactly(new Event.Skipped("a", "a", SkipReason.REMEMBERED));
    }

    @Test
    void twoMessagesWithOneIdAreWorkedOnOneAfterTheOther() {
        Deque<Runnable> begun = new ArrayDeque<>();
        SideBySide workers = fixture.sideBySide(begun::add, "CONCURRENCY", "2");

        workers.take(List.of(delivery("m-1", "a"), delivery("m-2", "a")));

        assertThat(begun).hasSize(1);
    }

    @Test
    void twoMessagesWithOneBusinessKeyHaveOneEffectAlsoWhereTheServiceIsNaive() {
        fixture.queue.gives(List.of(
                FakeQueue.message("m-1", "{\"id\":\"a\",\"order_id\":7}"),
                FakeQueue.message("m-2", "{\"id\":\"b\",\"order_id\":7}")));

        fixture.run(
                "MESSAGE_LIMIT",
                "2",
                "CONCURRENCY",
                "2",
                "MAX_MESSAGES",
                "10",
                "EXTERNAL_SERVICE",
                "naive",
                "BUSINESS_IDEMPOTENCY_FIELD",
                "order_id");

        assertThat(fixture.dynamoDb.timesPerformed("biz:order_id:7")).isEqualTo(1);
    }

    @Test
    void aMessageWithoutItsBusinessKeyIsRejectedAlone() {
        fixture.queue.gives(List.of(
                FakeQueue.message("m-1", "{\"id\":\"a\"}"), FakeQueue.message("m-2", "{\"id\":\"b\",\"order_id\":7}")));

        fixture.run(
                "MESSAGE_LIMIT",
                "1",
                "CONCURRENCY",
                "2",
                "MAX_MESSAGES",
                "10",
                "BUSINESS_IDEMPOTENCY_FIELD",
                "order_id");

        assertThat(fixture.facts.all(Event.Rejected.class)).hasSize(1);
        assertThat(fixture.facts.all(Event.EffectPerformed.class)).hasSize(1);
    }

    @Test
    void whatIsBegunWhenTheEndIsRequestedIsFinishedAndTheRestHandedBack() {
        CyclicBarrier two = new CyclicBarrier(2, fixture.shutdown::request);
        fixture.dynamoDb.before("perform", () -> await(two));
        fixture.queue.gives("a", "b", "c", "d");

        RunSummary summary = fixture.run("CONCURRENCY", "2", "MAX_MESSAGES", "10");

        assertThat(summary.reason()).isEqualTo("shutdown requested");
        assertThat(summary.processed()).isEqualTo(2);
        assertThat(callsOf("a")).contains("delete a");
        assertThat(callsOf("b")).contains("delete b");
        assertThat(callsOf("c", "d")).containsExactlyInAnyOrder("show c after 0 s", "show d after 0 s");
    }

    @Test
    void aLimitCountsWhatIsInHand() {
        CountDownLatch asked = new CountDownLatch(1);
        fixture.dynamoDb.before("perform a", () -> await(asked));
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

    @Test
    void workIsNotIdleTime() {
        CountDownLatch polled = new CountDownLatch(2);
        fixture.dynamoDb.before("perform a", () -> await(polled));
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

    @Test
    void aBatchIsDeletedTogetherOnceEachOfItsMessagesIsDone() {
        fixture.queue.gives("a", "b").gives("poison", "c");

        fixture.run(
                "MESSAGE_LIMIT",
                "3",
                "CONCURRENCY",
                "8",
                "MAX_MESSAGES",
                "10",
                "BATCH_FAILURE",
                "all",
                "REJECT_PAYLOAD_MARKER",
                "poison");

        assertThat(fixture.calls).contains("delete a", "delete b").doesNotContain("delete c");
        assertThat(fixture.calls.indexOf("complete a")).isLessThan(fixture.calls.indexOf("delete b"));
        assertThat(fixture.calls.indexOf("complete b")).isLessThan(fixture.calls.indexOf("delete a"));
    }

    private static Delivery delivery(String messageId, String id) {
        Payload payload = Payload.parse("{\"id\":\"" + id + "\"}");
        MessageIdentity identity = MessageIdentity.of(payload, messageId);
        return new Delivery(messageId, messageId, 1, Instant.EPOCH, Optional.empty(), payload, identity);
    }

    private static Message ofGroup(String group, String id) {
        return FakeQueue.message(group, id, "{\"id\":\"" + id + "\"}");
    }

    private List<String> callsOf(String... ids) {
        return List.copyOf(fixture.calls).stream()
                .filter(call -> Stream.of(ids).anyMatch(id -> call.matches("\\w+ " + id + "( .*)?")))
                .toList();
    }

    private List<String> receives() {
        return List.copyOf(fixture.calls).stream()
                .filter(call -> call.startsWith("receive"))
                .toList();
    }

    static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
