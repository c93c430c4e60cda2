package dev.queuelab.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.queuelab.core.history.Event;
import dev.queuelab.core.history.SkipReason;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.services.sqs.model.Message;

/** Which of the messages that are in hand together wait for others. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SideBySideOrderTest {
    private static final String FIFO = Samples.QUEUE_URL + ".fifo";
    private final ConsumerFixture fixture = new ConsumerFixture();

    @Test
    void messagesOfAGroupAreWorkedOnInOrderAndOthersBesideThem() {
        CountDownLatch otherGroup = new CountDownLatch(1);
        fixture.dynamoDb.onEach(call -> {
            if (call.equals("complete x")) {
                otherGroup.countDown();
            } else if (call.equals("perform a")) {
                Awaits.await(otherGroup);
            }
        });
        fixture.queue.gives(List.of(ofGroup("g", "a"), ofGroup("g", "b"), ofGroup("g", "c"), ofGroup("h", "x")));

        fixture.run("QUEUE_URL", FIFO, "MESSAGE_LIMIT", "4", "CONCURRENCY", "8", "MAX_MESSAGES", "10");

        assertThat(fixture.callsOf("a", "b", "c"))
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
        assertThat(fixture.callsOf("b", "c")).containsExactly("show b after 0 s", "show c after 0 s");
        assertThat(fixture.callsOf("y")).contains("delete y");
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

        assertThat(fixture.callsOf("b")).contains("perform b", "delete b");
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

        workers.take(List.of(Samples.message("m-1", "a"), Samples.message("m-2", "a")));

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

    private static Message ofGroup(String group, String id) {
        return FakeQueue.message(group, id, "{\"id\":\"" + id + "\"}");
    }
}
