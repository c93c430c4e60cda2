package dev.queuelab.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.queuelab.core.history.Event;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/** How many messages are received before they can be begun, and what becomes of those that waited for too long. */
@Timeout(60)
class BeginWithinTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final ConsumerFixture fixture = new ConsumerFixture();
    private final Deque<Runnable> begun = new ArrayDeque<>();

    @Test
    void soManyAreReceivedBeforeTheyCanBeBegun() {
        SideBySide workers = fixture.sideBySide(begun::add, "PREFETCH", "3");

        assertThat(workers.standing().room()).isEqualTo(4);
        workers.take(List.of(message("a"), message("b")));

        assertThat(begun).hasSize(1);
        assertThat(workers.standing().room()).isEqualTo(2);
    }

    @Test
    void aLimitOfTimeAllowsNoneBeforeItIsKnownHowLongWorkTakes() {
        SideBySide workers = fixture.sideBySide(begun::add, "PREFETCH", "9", "BEGIN_WITHIN_SECONDS", "1");

        assertThat(workers.standing().room()).isEqualTo(1);
    }

    @Test
    void atThePaceOfLateAllAreBegunInHalfOfTheTime() {
        assertThat(roomAfter(Duration.ofMillis(100))).isEqualTo(1 + 5);
        assertThat(roomAfter(Duration.ofMillis(1))).isEqualTo(1 + 9);
    }

    @Test
    void oneSlowMessageIsNoticedAtOnceAndOneQuickOneIsNotTrusted() {
        Duration quick = Duration.ofMillis(10);

        assertThat(roomAfter(quick, quick, quick, SECOND)).isEqualTo(1);
        assertThat(roomAfter(SECOND, quick)).isEqualTo(1);
    }

    @Test
    void withoutPrefetchItBoundsWhatIsReceivedWhileWorkIsQuick() {
        SideBySide workers = fixture.sideBySide(begun::add, "CONCURRENCY", "8", "BEGIN_WITHIN_SECONDS", "0.05");
        work(workers, "a", Duration.ofMillis(200));
        workers.take(List.of(message("b"), message("c")));

        assertThat(workers.standing().room()).isEqualTo(8 - 2 + 1);
    }

    private int roomAfter(Duration... works) {
        SideBySide workers = fixture.sideBySide(begun::add, "PREFETCH", "9", "BEGIN_WITHIN_SECONDS", "1");
        for (int place = 0; place < works.length; place++) {
            work(workers, "m" + place + works[place].toMillis() + works.length, works[place]);
        }
        return workers.standing().room();
    }

    private void work(SideBySide workers, String id, Duration time) {
        fixture.dynamoDb.before("perform " + id, () -> fixture.letPass(time));
        workers.take(List.of(message(id)));
        begun.remove().run();
    }

    @Test
    void aMessageThatWaitedForTooLongIsHandedBackAndNotBegun() {
        SideBySide workers = fixture.sideBySide(begun::add, "PREFETCH", "9", "BEGIN_WITHIN_SECONDS", "1");
        fixture.dynamoDb.before("perform a", () -> fixture.letPass(SECOND));
        workers.take(List.of(message("a"), message("b")));

        begun.remove().run();
        begun.remove().run();

        assertThat(fixture.calls).contains("delete a", "show b after 0 s").doesNotContain("start b");
        assertThat(fixture.facts.all(Event.HandedBack.class)).hasSize(1);
    }

    @Test
    void whatIsHandedBackDoesNotPassForQuickWork() {
        SideBySide workers = fixture.sideBySide(begun::add, "PREFETCH", "9", "BEGIN_WITHIN_SECONDS", "1");
        fixture.dynamoDb.before("perform a", () -> fixture.letPass(SECOND));
        workers.take(List.of(message("a"), message("b"), message("c"), message("d")));

        for (int number = 0; number < 4; number++) {
            begun.remove().run();
        }

        assertThat(workers.standing().room()).isEqualTo(1);
    }

    @Test
    void oneThatWaitedForLessIsBegun() {
        SideBySide workers = fixture.sideBySide(begun::add, "PREFETCH", "9", "BEGIN_WITHIN_SECONDS", "1");
        fixture.dynamoDb.before("perform a", () -> fixture.letPass(SECOND.minusNanos(1)));
        workers.take(List.of(message("a"), message("b")));

        begun.remove().run();
        begun.remove().run();

        assertThat(fixture.calls).contains("delete b");
    }

    @Test
    void oneThatComesAgainIsBegunHoweverLate() {
        fixture.dynamoDb.before("perform a", () -> fixture.letPass(SECOND));
        fixture.queue.gives(List.of(message("a", 1), message("b", 2), message("c", 1)));

        fixture.run("MESSAGE_LIMIT", "2", "PREFETCH", "9", "MAX_MESSAGES", "10", "BEGIN_WITHIN_SECONDS", "1");

        assertThat(fixture.calls).contains("delete b", "show c after 0 s").doesNotContain("delete c");
    }

    @Test
    void groupsAreAskedForWhereMessagesOfAGroupMayBeHandedBack() {
        fixture.run("QUEUE_URL", Samples.QUEUE_URL + ".fifo", "PREFETCH", "2");

        assertThat(fixture.queue.attributes()).containsExactly(3);
    }

    private static Delivery message(String id) {
        Delivery sample = Samples.message(id);
        return new Delivery(
                id, id, 1, sample.sentAt(), sample.group(), sample.payload(), MessageIdentity.of(sample.payload(), id));
    }

    private static Message message(String id, int receiveCount) {
        return FakeQueue.message(id, "{\"id\":\"" + id + "\"}").toBuilder()
                .attributes(Map.of(
                        MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT,
                        Integer.toString(receiveCount),
                        MessageSystemAttributeName.SENT_TIMESTAMP,
                        "1000"))
                .build();
    }
}
