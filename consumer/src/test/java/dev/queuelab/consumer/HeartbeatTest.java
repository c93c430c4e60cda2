package dev.queuelab.consumer;

import static dev.queuelab.consumer.FakeDynamoDb.STATUS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;

import dev.queuelab.consumer.StatusStore.Start;
import dev.queuelab.core.history.Event;
import dev.queuelab.core.history.HistoryException;
import dev.queuelab.core.payload.Payload;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.core.exception.SdkClientException;

/** What is done at a beat, on a queue with a visibility timeout of 1 s, and for which messages. */
@Timeout(60)
class HeartbeatTest {
    private final ConsumerFixture fixture = new ConsumerFixture();
    private final LeaseTable statuses = new LeaseTable(
            fixture.dynamoDb, STATUS, new Lease.Terms("me/1", Duration.ofSeconds(10), false), fixture.clock);
    private final Heartbeat heartbeat = new Heartbeat(
            new Visibility(fixture.queue, Samples.QUEUE_URL, fixture.facts),
            Duration.ofSeconds(1),
            statuses,
            fixture.facts,
            fixture::nanoTime);

    HeartbeatTest() {
        fixture.inHand = heartbeat;
    }

    @Test
    void withNothingInHandNoCallIsMade() {
        heartbeat.beat();

        assertThat(fixture.calls).isEmpty();
    }

    @Test
    void allThatAreInHandAreExtendedTenByACall() {
        heartbeat.take(IntStream.range(0, 11)
                .mapToObj(number -> delivery("m-" + number))
                .toList());

        heartbeat.beat();

        assertThat(fixture.calls).hasSize(2).last().isEqualTo("extend m-10 to 1 s");
        assertThat(fixture.facts.all(Event.Extended.class))
                .hasSize(11)
                .contains(new Event.Extended("m-0", "m-0", 1), new Event.Extended("m-10", "m-10", 1));
    }

    @Test
    void messagesAreInHandFromTheirReceiveUntilTheyAreDeleted() {
        fixture.queue.gives("a", "b");
        fixture.dynamoDb.before("perform", heartbeat::beat);

        fixture.run("MAX_MESSAGES", "10");
        heartbeat.beat();

        assertThat(fixture.calls)
                .containsSubsequence(
                        "perform a",
                        "extend a to 1 s, b to 1 s",
                        "delete a",
                        "perform b",
                        "extend b to 1 s",
                        "delete b");
        assertThat(fixture.calls).filteredOn(call -> call.startsWith("extend")).hasSize(2);
    }

    @Test
    void messagesThatAreDeletedTogetherAreInHandUntilThen() {
        fixture.queue.gives("a", "b");

        fixture.run("MAX_MESSAGES", "10", "DELETE_BATCH_SIZE", "10");
        heartbeat.beat();

        assertThat(fixture.calls).contains("delete together a b").noneMatch(call -> call.startsWith("extend"));
    }

    @Test
    void aMessageThatFailedOrIsHandedBackIsNotExtended() {
        fixture.queue.gives("a", "b");
        fixture.dynamoDb.before("perform", () -> {
            fixture.shutdown.request();
            throw new IllegalStateException("no");
        });

        fixture.run("MAX_MESSAGES", "10");
        heartbeat.beat();

        assertThat(fixture.facts.kinds()).contains("Failed", "HandedBack");
        assertThat(fixture.calls).noneMatch(call -> call.startsWith("extend"));
    }

    @Test
    void whereABatchStaysAsAWholeItIsInHandUntilItsEnd() {
        fixture.queue.gives("a", "b");
        fixture.dynamoDb.onEach(call -> {
            if (call.equals("perform b")) {
                heartbeat.beat();
                throw new IllegalStateException("no");
            }
        });

        fixture.run("MAX_MESSAGES", "10", "BATCH_FAILURE", "all");
        heartbeat.beat();

        assertThat(fixture.calls)
                .filteredOn(call -> call.startsWith("extend"))
                .containsExactly("extend a to 1 s, b to 1 s");
    }

    @Test
    void aBeatUnderWayIsWaitedForBeforeAMessageIsHandedBack() throws Exception {
        Delivery delivery = delivery("a");
        SqsQueue queue = new SqsQueue(fixture.queue, Samples.QUEUE_URL, false, fixture.facts, heartbeat);
        heartbeat.take(List.of(delivery));
        Thread other = new Thread(() -> queue.handBack(delivery));
        fixture.queue.whenExtended(() -> {
            other.start();
            awaitStanding(other);
            fixture.calls.add("extended");
        });

        heartbeat.beat();
        other.join();

        assertThat(fixture.calls).containsExactly("extend a to 1 s", "extended", "show a after 0 s");
    }

    @Test
    void aFailureIsCountedAndTheNextBeatIsMadeAllTheSame() {
        heartbeat.take(List.of(delivery("a")));
        fixture.queue.whenExtended(() -> {
            throw SdkClientException.create("no network");
        });
        heartbeat.beat();
        fixture.queue.whenExtended(() -> {});

        heartbeat.beat();

        assertThat(heartbeat.failures()).isEqualTo(1);
        assertThat(fixture.facts.all(Event.Extended.class)).hasSize(1);
    }

    @Test
    void whatTheQueueRefusesToExtendIsNotRecordedAsExtended() {
        heartbeat.take(List.of(delivery("a"), delivery("b")));
        fixture.queue.refusesInBatch("a");

        heartbeat.beat();

        assertThat(heartbeat.failures()).isEqualTo(1);
        assertThat(fixture.facts.all()).containsExactly(new Event.Extended("b", "b", 1));
    }

    @Test
    void whatCannotBeRecordedEndsTheBeats() {
        heartbeat.take(List.of(delivery("a")));
        fixture.facts.refuse(Event.Extended.class);

        assertThatThrownBy(heartbeat::beat).isInstanceOf(HistoryException.class);
        heartbeat.release(delivery("a")); // which does not wait for it
    }

    @Test
    void noMessageIsExtendedBeyondTwelveHours() {
        Heartbeat slow = new Heartbeat(
                new Visibility(fixture.queue, Samples.QUEUE_URL, fixture.facts),
                Duration.ofSeconds(30),
                statuses,
                fixture.facts,
                fixture::nanoTime);
        slow.take(List.of(delivery("a")));

        fixture.letPass(Duration.ofHours(12).minusSeconds(11));
        slow.beat();
        fixture.letPass(Duration.ofSeconds(10));
        slow.beat();

        assertThat(fixture.calls).containsExactly("extend a to 10 s");
    }

    @Test
    void aBeatRenewsTheLeaseOfAMessageThatIsWorkedOn() {
        Lease lease = ((Start) statuses.start("a", "digest")).lease().orElseThrow();
        heartbeat.take(List.of(delivery("a"), delivery("b")));
        heartbeat.claimed(delivery("a"), "a", lease);
        fixture.clock.letPass(Duration.ofSeconds(4));

        heartbeat.beat();

        assertThat(fixture.dynamoDb.row(STATUS, "a")).containsEntry("lease_until", fromN("14000"));
        assertThat(fixture.facts.all(Event.LeaseHeld.class))
                .containsExactly(new Event.LeaseHeld("a", "me/1", 1, Instant.ofEpochSecond(14)));
        assertThat(fixture.calls).filteredOn(call -> call.startsWith("renew")).containsExactly("renew a");
    }

    @Test
    void aLeaseThatIsLostIsNotRenewedAgain() {
        Lease lease = ((Start) statuses.start("a", "digest")).lease().orElseThrow();
        heartbeat.take(List.of(delivery("a")));
        heartbeat.claimed(delivery("a"), "a", lease);
        statuses.start("a", "digest");

        heartbeat.beat();
        heartbeat.beat();

        assertThat(fixture.calls).filteredOn(call -> call.startsWith("renew")).hasSize(1);
        assertThat(fixture.facts.all(Event.LeaseHeld.class)).isEmpty();
    }

    @Test
    void aConsumerThatClaimsItsMessagesHasThemRenewed() {
        fixture.queue.gives("a");
        fixture.dynamoDb.before("perform", heartbeat::beat);

        fixture.run("LEASE_SECONDS", "10", "MESSAGE_STATUS_TABLE", STATUS);

        assertThat(fixture.calls).containsSubsequence("perform a", "extend a to 1 s", "renew a", "complete a");
    }

    private static void awaitStanding(Thread thread) {
        while (!EnumSet.of(Thread.State.WAITING, Thread.State.TERMINATED).contains(thread.getState())) {
            Thread.onSpinWait();
        }
    }

    /** Its receipt handle, its MessageId and its id are its name. */
    private static Delivery delivery(String name) {
        Payload payload = Payload.parse("{\"id\":\"" + name + "\"}");
        return new Delivery(name, name, 1, Instant.EPOCH, Optional.empty(), payload, MessageIdentity.of(payload, name));
    }
}
