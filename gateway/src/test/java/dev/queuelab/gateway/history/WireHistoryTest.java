package dev.queuelab.gateway.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.queuelab.core.history.Entry;
import dev.queuelab.core.history.Event;
import dev.queuelab.core.history.SkipReason;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class WireHistoryTest {
    private static final String MESSAGE = "{'messageId': 'm-a', 'id': 'a'}";

    private final CallFacts calls = new CallFacts();

    private List<Event> events() {
        return calls.history().history().entries().stream().map(Entry::event).toList();
    }

    @Test
    void aSendIsAnnouncedAndThenAcknowledged() {
        calls.called("p", "SendMessage", "{'id': 'a'}").answered("{'messageId': 'm-a', 'id': 'a', 'poison': true}");

        assertThat(events()).containsExactly(new Event.Sending("a"), new Event.Sent("a", "m-a", true));
    }

    @Test
    void ofABatchEachMessageHasItsOwnResult() {
        calls.called("p", "SendMessageBatch", "{'id': 'a'}", "{'id': 'b'}")
                .answered("{'messageId': 'm-a', 'id': 'a'}", "{'id': 'b', 'failed': 'InternalError'}");

        assertThat(events())
                .contains(new Event.Sent("a", "m-a", false), new Event.SendFailed("b", "InternalError", false));
    }

    @Test
    void aDeliveryHasTheQueuesCountOrElseTheWires() {
        calls.called("c", "ReceiveMessage")
                .answered("{'messageId': 'm-a', 'id': 'a', 'receiveCount': 4, 'sentAt': '2026-01-01T00:00:00Z'}")
                .called("c", "ReceiveMessage")
                .answered("{'messageId': 'm-b'}")
                .called("c", "ReceiveMessage")
                .answered("{'messageId': 'm-b'}");

        assertThat(events())
                .containsExactly(
                        new Event.Received("a", "m-a", 4, Instant.parse("2026-01-01T00:00:00Z"), null),
                        new Event.Received("m-b", "m-b", 1, Instant.EPOCH.plusSeconds(3), null),
                        new Event.Received("m-b", "m-b", 2, Instant.EPOCH.plusSeconds(5), null));
    }

    @Test
    void aDeliveryThatReachedNobodyIsCountedAndIsNoneOfTheProcess() {
        calls.called("c", "ReceiveMessage")
                .lost("{'messageId': 'm-a', 'id': 'a'}")
                .called("c", "ReceiveMessage")
                .answered(MESSAGE);

        assertThat(events()).containsExactly(new Event.Received("a", "m-a", 2, Instant.EPOCH.plusSeconds(3), null));
    }

    @Test
    void aDeletionIsDoneStaleOrFailed() {
        calls.called("c", "DeleteMessage", MESSAGE)
                .answered()
                .called("c", "DeleteMessage", MESSAGE)
                .refused("ReceiptHandleIsInvalid")
                .called("c", "DeleteMessage", MESSAGE)
                .refused("RequestThrottled");

        assertThat(events())
                .containsExactly(
                        new Event.Deleted("a", "m-a"),
                        new Event.DeleteStale("a", "m-a", "ReceiptHandleIsInvalid"),
                        new Event.Failed("a", "m-a", "deleting the message", "RequestThrottled"));
    }

    @Test
    void aDeletionOfAnUnknownHandleSaysNothing() {
        calls.called("c", "DeleteMessage", "{'handle': 'abc'}").answered();

        assertThat(events()).isEmpty();
    }

    @Test
    void aVisibilityOfZeroHandsBackAndAnyOtherExtends() {
        calls.called("c", "ChangeMessageVisibility", "{'messageId': 'm-a', 'id': 'a', 'visibilitySeconds': 0}")
                .answered()
                .called("c", "ChangeMessageVisibility", "{'messageId': 'm-a', 'id': 'a', 'visibilitySeconds': 30}")
                .answered()
                .called("c", "ChangeMessageVisibility", "{'messageId': 'm-a', 'id': 'a', 'visibilitySeconds': 60}")
                .refused("InvalidParameterValue");

        assertThat(events()).containsExactly(new Event.HandedBack("a", "m-a"), new Event.Extended("a", "m-a", 30));
    }

    @Test
    void aWriteOfAnEffectIsPerformedRefusedOrFailed() {
        String effect = "{'id': 'a', 'key': 'biz:order:7'}";
        calls.called("c", "UpdateItem", effect)
                .answered()
                .called("c", "UpdateItem", effect)
                .refused("ConditionalCheckFailedException")
                .called("c", "UpdateItem", effect)
                .refused("ThrottlingException");

        assertThat(events())
                .filteredOn(event -> !(event instanceof Event.EffectAttempted))
                .containsExactly(
                        new Event.EffectPerformed("a", "biz:order:7", 1),
                        new Event.Skipped("a", "biz:order:7", SkipReason.EFFECT_REFUSED),
                        new Event.Failed("a", "", "performing the effect", "ThrottlingException"));
    }

    @Test
    void otherItemsAreNoEffects() {
        calls.called("c", "UpdateItem", "{'key': 'a'}").answered();

        assertThat(events()).isEmpty();
    }

    @Test
    void eachProcessHasItsOwnNumbers() {
        calls.called("c", "DeleteMessage", MESSAGE)
                .answered()
                .called("d", "DeleteMessage", MESSAGE)
                .answered()
                .called("c", "DeleteMessage", MESSAGE)
                .answered();

        assertThat(calls.history().of("c").entries()).extracting(Entry::seq).containsExactly(1L, 2L);
        assertThat(calls.history().of("d").entries()).extracting(Entry::seq).containsExactly(1L);
    }

    @Test
    void itIsKnownWhoPollsAndWhoHasPolled() {
        calls.called("c", "ReceiveMessage").answered().called("d", "ReceiveMessage");
        WireHistory history = calls.history();

        assertThat(history.hasPolled("c")).isTrue();
        assertThat(history.isPolling("c")).isFalse();
        assertThat(history.isPolling("d")).isTrue();
        assertThat(history.hasPolled("e")).isFalse();
    }

    @Test
    void aProcessIsDisturbedByAFaultAndByARepetition() {
        calls.called("calm", "DeleteMessage", MESSAGE)
                .answered()
                .called("met", "DeleteMessage", MESSAGE)
                .lost()
                .repeated()
                .called("again", "DeleteMessage", MESSAGE)
                .answered();

        assertThat(calls.history().disturbed()).containsExactlyInAnyOrder("met", "again");
    }
}
