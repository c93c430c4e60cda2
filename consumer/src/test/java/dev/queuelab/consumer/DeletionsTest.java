package dev.queuelab.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.queuelab.core.history.Event;
import dev.queuelab.core.history.HistoryException;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.core.exception.SdkClientException;

/** Deletions by one call: when it is made, and what it means for each message. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DeletionsTest {
    private final ConsumerFixture fixture = new ConsumerFixture();

    @Test
    void messagesReceivedTogetherAreDeletedByOneCall() {
        fixture.queue.gives("a", "b", "c");

        RunSummary summary = fixture.run("MAX_MESSAGES", "10", "DELETE_BATCH_SIZE", "10", "MESSAGE_LIMIT", "3");

        assertThat(summary.processed()).isEqualTo(3);
        assertThat(fixture.calls).hasSize(1 + 3 * 3 + 1).endsWith("complete c", "delete together a b c");
        assertThat(fixture.facts.all(Event.Deleted.class))
                .extracting(Event.Deleted::id)
                .containsExactly("a", "b", "c");
    }

    @Test
    void asSoonAsThereAreAsManyAsIsSetTheyAreDeletedAndASingleOneByItsOwnCall() {
        fixture.queue.gives("a", "b", "c");

        fixture.run("MAX_MESSAGES", "10", "DELETE_BATCH_SIZE", "2");

        assertThat(fixture.calls).containsSubsequence("complete b", "delete together a b", "start c", "delete c");
    }

    @Test
    void anEntryThatFailedIsDeletedByACallOfItsOwn() {
        fixture.queue.refusesInBatch("a").gives("a", "b");

        fixture.run("MAX_MESSAGES", "10", "DELETE_BATCH_SIZE", "10");

        assertThat(deletions()).containsExactly("delete together a b", "delete a");
    }

    @Test
    void oneThatCouldNotBeDeletedIsDeletedWhenItComesAgain() {
        fixture.queue
                .refusesInBatch("a")
                .refuses("a", SdkClientException.create("no network"))
                .gives("a", "b")
                .gives("a");

        fixture.run("MAX_MESSAGES", "10", "DELETE_BATCH_SIZE", "10");

        assertThat(deletions()).containsExactly("delete together a b", "delete a", "delete a");
        assertThat(fixture.facts.all(Event.EffectPerformed.class)).hasSize(2);
    }

    @Test
    void whereFailuresAreIgnoredItIsTakenForDeletedAndPassedOver() {
        fixture.queue.refusesInBatch("a").gives("a", "b").gives("a");

        fixture.run("MAX_MESSAGES", "10", "DELETE_BATCH_SIZE", "10", "ON_FAILED_DELETION", "ignore");

        assertThat(deletions()).containsExactly("delete together a b");
        assertThat(fixture.facts.all(Event.Skipped.class))
                .extracting(Event.Skipped::id)
                .containsExactly("a");
    }

    @Test
    void aMessageDoesNotWaitLongForOthersThatAreStillWorkedOn() {
        fixture.dynamoDb.before("start b", () -> {
            assertThat(fixture.delayed.values()).containsExactly(Deletions.LONGEST_WAIT);
            fixture.delayed.keySet().forEach(Runnable::run);
        });
        fixture.queue.gives("a", "b");

        fixture.run("MAX_MESSAGES", "10", "DELETE_BATCH_SIZE", "10");

        assertThat(deletions()).containsExactly("delete a", "delete b");
        assertThat(fixture.calls).containsSubsequence("start b", "delete a", "perform b");
    }

    @Test
    void theEndOfTheWaitOfMessagesThatAreDeletedDoesNotHastenOthers() {
        fixture.dynamoDb.before(
                "start d", () -> fixture.delayed.keySet().iterator().next().run());
        fixture.queue.gives("a", "b", "c", "d");

        fixture.run("MAX_MESSAGES", "10", "DELETE_BATCH_SIZE", "2");

        assertThat(deletions()).containsExactly("delete together a b", "delete together c d");
    }

    @Test
    void whatAnAnswerRefusesIsDeletedByACallOfItsOwn() {
        fixture.queue.gives("a", "b", "c").refusesInBatch("b");

        RunSummary summary = fixture.run("MAX_MESSAGES", "10", "DELETE_BATCH_SIZE", "10");

        assertThat(summary.processed()).isEqualTo(3);
        assertThat(deletions()).containsExactly("delete together a b c", "delete b");
        assertThat(fixture.facts.all(Event.Deleted.class)).hasSize(3);
    }

    @Test
    void whatIsRefusedForGoodIsRecordedForItsMessageAlone() {
        fixture.queue.gives("a", "b").refusesInBatch("b").refuses("b", SdkClientException.create("no network"));

        RunSummary summary = fixture.run("MAX_MESSAGES", "10", "DELETE_BATCH_SIZE", "10");

        assertThat(summary.processed()).isEqualTo(1);
        assertThat(fixture.facts.all(Event.Deleted.class))
                .extracting(Event.Deleted::id)
                .containsExactly("a");
        assertThat(fixture.facts.all(Event.Failed.class))
                .extracting(Event.Failed::id)
                .containsExactly("b");
    }

    @Test
    void aCallThatFailsAsAWholeFailsForEachAndIsNotMadeAgainOneByOne() {
        fixture.queue.gives("a", "b").refusesBatches(SdkClientException.create("no network"));

        RunSummary summary = fixture.run("MAX_MESSAGES", "10", "DELETE_BATCH_SIZE", "10");

        assertThat(summary.processed()).isZero();
        assertThat(deletions()).containsExactly("delete together a b");
        assertThat(fixture.facts.all(Event.Failed.class))
                .containsExactly(
                        new Event.Failed("a", "a", "deleting the message", "queue http://127.0.0.1/queue: no network"),
                        new Event.Failed("b", "b", "deleting the message", "queue http://127.0.0.1/queue: no network"));
    }

    @Test
    void aFailedMessageIsNotDeletedWithTheOthers() {
        fixture.queue.gives("a", "poison", "b");

        fixture.run("MAX_MESSAGES", "10", "DELETE_BATCH_SIZE", "10", "REJECT_PAYLOAD_MARKER", "poison");

        assertThat(deletions()).containsExactly("delete together a b");
    }

    @Test
    void aWholeBatchIsDeletedByOneCallOnlyIfNoneFailed() {
        fixture.queue.gives("a", "b").gives("poison", "c");

        fixture.run(
                "MAX_MESSAGES", "10",
                "DELETE_BATCH_SIZE", "10",
                "BATCH_FAILURE", "all",
                "REJECT_PAYLOAD_MARKER", "poison");

        assertThat(deletions()).containsExactly("delete together a b");
    }

    @Test
    void messagesWorkedOnAtOnceAreDeletedByOneCallOnceNothingIsInHand() {
        CyclicBarrier three = new CyclicBarrier(3);
        fixture.dynamoDb.before("complete", () -> Awaits.await(three));
        fixture.queue.gives("a", "b", "c");

        RunSummary summary =
                fixture.run("MESSAGE_LIMIT", "3", "CONCURRENCY", "4", "MAX_MESSAGES", "10", "DELETE_BATCH_SIZE", "10");

        assertThat(summary.processed()).isEqualTo(3);
        assertThat(deletions()).hasSize(1).first().asString().startsWith("delete together ");
    }

    @Test
    void aDeletionThatCannotBeRecordedEndsTheRunAlsoWhereNobodyWaitedForIt() {
        fixture.facts.refuse(Event.Deleted.class);
        fixture.dynamoDb.before("start b", () -> fixture.delayed.keySet().forEach(Runnable::run));
        fixture.queue.gives("a", "b");

        assertThatThrownBy(() -> fixture.run("MAX_MESSAGES", "10", "DELETE_BATCH_SIZE", "10"))
                .isInstanceOf(HistoryException.class);
    }

    private List<String> deletions() {
        return Stream.of(fixture.calls.toArray(String[]::new))
                .filter(call -> call.startsWith("delete"))
                .toList();
    }
}
