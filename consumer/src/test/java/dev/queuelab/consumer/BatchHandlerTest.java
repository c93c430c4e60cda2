package dev.queuelab.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.queuelab.core.history.Event;
import dev.queuelab.core.payload.Payload;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.exception.SdkClientException;

/** What messages received together mean for each other, and when they are deleted. */
class BatchHandlerTest {
    private static final String POISON = "{\"id\":\"p\",\"marker\":\"POISON\"}";

    private final ConsumerFixture fixture = new ConsumerFixture();

    @Test
    void aRejectedMessageStopsNeitherThoseBeforeItNorThoseAfterIt() {
        int processed = handler().handle(batch("a", "p", "b"));

        assertThat(processed).isEqualTo(2);
        assertThat(deletions()).containsExactly("delete a", "delete b");
        assertThat(fixture.facts.all(Event.Rejected.class))
                .containsExactly(new Event.Rejected("p", "p", "its body contains POISON"));
    }

    @Test
    void aFailedMessageKeepsItsWholeBatchOnTheQueueIfSetSo() {
        int processed = handler("BATCH_FAILURE", "all").handle(batch("a", "p", "b"));

        assertThat(processed).isEqualTo(2);
        assertThat(deletions()).isEmpty();
    }

    @Test
    void aBatchWithoutAFailureIsDeletedTogetherOnceAllIsDone() {
        handler("BATCH_FAILURE", "all").handle(batch("a", "b"));

        assertThat(fixture.calls).endsWith("complete b", "delete a", "delete b");
    }

    @Test
    void aDeletionThatFailsStopsNoOther() {
        fixture.queue.refuses("a", SdkClientException.create("no network"));

        handler("BATCH_FAILURE", "all").handle(batch("a", "b"));

        assertThat(deletions()).containsExactly("delete a", "delete b");
        assertThat(fixture.facts.all(Event.Failed.class))
                .containsExactly(
                        new Event.Failed("a", "a", "deleting the message", "queue http://127.0.0.1/queue: no network"));
    }

    @Test
    void acknowledgingAlwaysDeletesWhatFailedAsWell() {
        int processed = handler("ACKNOWLEDGE", "always").handle(batch("a", "p", "b"));

        assertThat(processed).isEqualTo(2);
        assertThat(deletions()).containsExactly("delete a", "delete p", "delete b");
        assertThat(fixture.facts.all(Event.Rejected.class)).hasSize(1);
    }

    @Test
    void acknowledgingBeforeTheWorkDeletesFirst() {
        handler("ACKNOWLEDGE", "before").handle(batch("a"));

        assertThat(fixture.calls).startsWith("delete a", "start a").containsOnlyOnce("delete a");
    }

    @Test
    void aMessageThatCouldNotBeDeletedBeforeTheWorkIsNotWorkedOn() {
        fixture.queue.refuses("a", SdkClientException.create("no network"));

        handler("ACKNOWLEDGE", "before").handle(batch("a"));

        assertThat(fixture.calls).containsExactly("delete a");
    }

    @Test
    void acknowledgingNeverLeavesEveryMessage() {
        for (String batchFailure : List.of("each", "all")) {
            handler("ACKNOWLEDGE", "never", "BATCH_FAILURE", batchFailure).handle(batch("a", "b"));
        }

        assertThat(deletions()).isEmpty();
        assertThat(fixture.facts.all(Event.Completed.class)).hasSize(2);
    }

    @Test
    void messagesNotBegunWhenTheEndIsRequestedAreHandedBackUntouched() {
        int processed = requestEndDuring("a").handle(batch("a", "b", "c"));

        assertThat(processed).isEqualTo(1);
        assertThat(fixture.calls)
                .containsExactly(
                        "start a", "perform a", "complete a", "delete a", "show b after 0 s", "show c after 0 s");
    }

    @Test
    void beingHandedBackIsNoFailureOfTheBatch() {
        requestEndDuring("a", "BATCH_FAILURE", "all").handle(batch("a", "b"));

        assertThat(deletions()).containsExactly("delete a");
    }

    @Test
    void anUnexpectedErrorIsTheMessagesAlone() {
        fixture.queue.refuses("a", new IllegalStateException("a defect"));

        int processed = handler().handle(batch("a", "b"));

        assertThat(processed).isEqualTo(1);
        assertThat(fixture.facts.all(Event.Failed.class))
                .containsExactly(new Event.Failed("a", "a", "processing the message", "a defect"));
    }

    @ParameterizedTest
    @CsvSource({"after, each, 1", "after, all, 1", "always, each, 1", "before, each, 1", "never, each, 0"})
    void anExpiredMessageIsPutOnRecordAndDeletedAsIfItWereDone(String acknowledge, String failure, int deleted) {
        Payload payload = Payload.parse("{\"id\":\"old\"}");
        Delivery stale = new Delivery(
                "old",
                "old",
                1,
                ConsumerFixture.NOW.minusSeconds(61),
                Optional.empty(),
                payload,
                MessageIdentity.of(payload, "old"));

        int processed = handler("MAX_MESSAGE_AGE_SECONDS", "60", "ACKNOWLEDGE", acknowledge, "BATCH_FAILURE", failure)
                .handle(List.of(stale));

        assertThat(processed).isEqualTo(1);
        assertThat(fixture.facts.all(Event.Expired.class)).containsExactly(new Event.Expired("old", "old", 61_000));
        assertThat(fixture.calls).hasSize(deleted);
        assertThat(deletions()).hasSize(deleted);
    }

    private BatchHandler handler(String... knobs) {
        return fixture.batchHandler(Stream.concat(Stream.of(knobs), Stream.of("REJECT_PAYLOAD_MARKER", "POISON"))
                .toArray(String[]::new));
    }

    private BatchHandler requestEndDuring(String id, String... knobs) {
        fixture.dynamoDb.before("perform " + id, fixture.shutdown::request);
        return handler(knobs);
    }

    private List<String> deletions() {
        return fixture.calls.stream().filter(call -> call.startsWith("delete")).toList();
    }

    /** Messages by their ids; "p" is poison. */
    private static List<Delivery> batch(String... ids) {
        return Stream.of(ids)
                .map(id -> {
                    Payload payload = Payload.parse(id.equals("p") ? POISON : "{\"id\":\"" + id + "\"}");
                    return new Delivery(
                            id, id, 1, Instant.EPOCH, Optional.empty(), payload, MessageIdentity.of(payload, id));
                })
                .toList();
    }
}
