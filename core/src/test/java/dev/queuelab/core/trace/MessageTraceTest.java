package dev.queuelab.core.trace;

import static dev.queuelab.core.trace.HistoryBuilder.second;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.queuelab.core.history.Entry;
import dev.queuelab.core.history.Event;
import dev.queuelab.core.history.SkipReason;
import dev.queuelab.core.trace.MessageTrace.Fate;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MessageTraceTest {
    private final HistoryBuilder run = new HistoryBuilder().sent(0.5, "a");

    @Test
    void aMessageThatIsWorkedOnAndDeletedHasOneDelivery() {
        MessageTrace trace = run.received(1, "c-1", "a", 1)
                .done(1.2, "c-1", "a")
                .deleted(1.3, "c-1", "a")
                .trace(5);

        assertThat(trace.fate()).isEqualTo(Fate.DELETED);
        assertThat(trace.effectsPerformed()).isEqualTo(1);
        assertThat(trace.isCompleted()).isTrue();
        assertThat(trace.isUnusual()).isFalse();
        assertThat(trace.isRecovered()).isFalse();
        assertThat(trace.acknowledged().orElseThrow().at()).isEqualTo(second(0.5));
        assertThat(trace.deliveries()).singleElement().satisfies(delivery -> {
            assertThat(delivery.end()).isEqualTo(Delivery.End.DELETED);
            assertThat(delivery.at()).isEqualTo(second(1));
            assertThat(delivery.endedAt()).isEqualTo(second(1.3));
        });
    }

    @Test
    void aMessageIsCompletedToAConsumerThatFindsItSo() {
        MessageTrace found = run.received(1, "c-1", "a", 2)
                .at(1.1, "c-1", new Event.Skipped("a", "a", SkipReason.COMPLETED))
                .trace(5);
        MessageTrace refused = new HistoryBuilder()
                .sent(0.5, "a")
                .received(1, "c-1", "a", 2)
                .at(1.1, "c-1", new Event.Skipped("a", "a", SkipReason.EFFECT_REFUSED))
                .trace(5);

        assertThat(found.isCompleted()).isTrue();
        assertThat(refused.isCompleted()).isFalse();
    }

    @Test
    void aCrashEndsAllThatTheProcessHadInHand() {
        MessageTraces traces = run.sent(0.6, "b")
                .received(1, "c-1", "a", 1)
                .received(1, "c-1", "b", 1)
                .at(1.5, "c-1", new Event.Crashed("a", "after receive"))
                .exited(1.8, "c-1", 1)
                .traces(9);

        assertThat(traces.all()).flatExtracting(MessageTrace::deliveries).allSatisfy(delivery -> {
            assertThat(delivery.end()).isEqualTo(Delivery.End.CRASHED);
            assertThat(delivery.endedAt()).isEqualTo(second(1.5));
        });
        assertThat(traces.all()).extracting(MessageTrace::fate).containsOnly(Fate.ON_QUEUE);
    }

    @Test
    void aMessageDoneAfterACrashIsRecovered() {
        MessageTrace trace = run.received(1, "c-1", "a", 1)
                .at(1.5, "c-1", new Event.Crashed("a", "after receive"))
                .received(3.1, "c-2", "a", 2)
                .done(3.2, "c-2", "a")
                .trace(9);

        assertThat(trace.isRecovered()).isTrue();
    }

    @Test
    void aMessageDoneByASlowConsumerAfterAnotherWasAtItIsNotRecovered() {
        MessageTrace trace = run.received(1, "c-1", "a", 1)
                .received(3.1, "c-2", "a", 2)
                .done(3.2, "c-2", "a")
                .trace(9);

        assertThat(trace.isRecovered()).isFalse();
        assertThat(trace.isRedelivered()).isTrue();
    }

    @Test
    void aMessageThatWasOnlyDeliveredAgainAfterACrashIsNotRecovered() {
        MessageTrace trace = run.received(1, "c-1", "a", 1)
                .exited(1.8, "c-1", 137)
                .received(3.1, "c-2", "a", 2)
                .trace(9);

        assertThat(trace.isRecovered()).isFalse();
    }

    @Test
    void aProcessThatWasKilledDiedWithTheMessageInHand() {
        MessageTrace trace =
                run.received(1, "c-1", "a", 1).exited(1.8, "c-1", 137).trace(9);

        assertThat(onlyDelivery(trace).end()).isEqualTo(Delivery.End.DIED);
        assertThat(onlyDelivery(trace).endedAt()).isEqualTo(second(1.8));
    }

    @Test
    void aProcessThatStoppedInGoodOrderHadNotBegun() {
        MessageTrace trace =
                run.received(1, "c-1", "a", 1).stopped(1.8, "c-1", Map.of()).trace(9);

        assertThat(onlyDelivery(trace).end()).isEqualTo(Delivery.End.NOT_BEGUN);
    }

    @Test
    void workDoneWithoutADeletionIsNotDeleted() {
        MessageTrace trace = run.received(1, "c-1", "a", 1)
                .done(1.1, "c-1", "a")
                .stopped(3, "c-1", Map.of())
                .trace(9);

        assertThat(onlyDelivery(trace).end()).isEqualTo(Delivery.End.NOT_DELETED);
        assertThat(onlyDelivery(trace).endedAt()).isEqualTo(second(1.1));
    }

    @Test
    void workJustDoneWhenTheRecordEndsIsStillInHand() {
        MessageTrace trace =
                run.received(1, "c-1", "a", 2).done(1.1, "c-1", "a").trace(1.2);

        assertThat(onlyDelivery(trace).end()).isEqualTo(Delivery.End.OPEN);
        assertThat(trace.fate()).isEqualTo(Fate.IN_HAND);
    }

    @Test
    void whatIsInHandWhenTheRecordEndsIsOpenUntilTheVisibilityTimeout() {
        run.received(1, "c-1", "a", 1);

        assertThat(onlyDelivery(run.trace(2.9)).end()).isEqualTo(Delivery.End.OPEN);
        assertThat(run.trace(2.9).fate()).isEqualTo(Fate.IN_HAND);
        assertThat(onlyDelivery(run.trace(3.1)).end()).isEqualTo(Delivery.End.TIMED_OUT);
        assertThat(run.trace(3.1).fate()).isEqualTo(Fate.ON_QUEUE);
    }

    @Test
    void twoProcessesMayHaveTheSameMessageInHand() {
        MessageTrace trace = run.received(1, "c-1", "a", 1)
                .received(3.1, "c-2", "a", 2)
                .done(3.2, "c-2", "a")
                .deleted(3.3, "c-2", "a")
                .at(4, "c-1", new Event.Skipped("a", "a", SkipReason.EFFECT_REFUSED))
                .at(4.1, "c-1", new Event.DeleteStale("a", "m-a", "gone"))
                .trace(9);

        assertThat(trace.deliveries())
                .extracting(Delivery::process, Delivery::end)
                .containsExactly(tuple("c-1", Delivery.End.DELETE_STALE), tuple("c-2", Delivery.End.DELETED));
        assertThat(trace.isUnusual()).isTrue();
    }

    @Test
    void aMessageDeliveredAsOftenAsAllowedIsDueForTheDeadLetterQueueOrWasFoundThere() {
        run.received(1, "c-1", "a", 1)
                .at(1.1, "c-1", new Event.Rejected("a", "m-a", "poison"))
                .received(3.1, "c-1", "a", 2)
                .at(3.2, "c-1", new Event.Rejected("a", "m-a", "poison"));

        assertThat(run.trace(9).fate()).isEqualTo(Fate.DUE_FOR_DEAD_LETTER_QUEUE);
        assertThat(run.trace(9, "a").fate()).isEqualTo(Fate.DEAD_LETTERED);
    }

    @Test
    void aMessageNobodyReceivedIsOnTheQueueAndOneWithoutAcknowledgementWasNotSent() {
        MessageTraces traces = run.at(1, "producer-1", new Event.Sending("b")).traces(9);

        assertThat(traces.all()).extracting(MessageTrace::fate).containsExactly(Fate.NEVER_RECEIVED, Fate.NOT_SENT);
    }

    @Test
    void factsOfProcessesAreKeptApart() {
        MessageTraces traces = run.at(1, "c-1", new Event.ShutdownRequested()).traces(9);

        assertThat(traces.processFacts()).extracting(Entry::event).containsExactly(new Event.ShutdownRequested());
    }

    @Test
    void theKeysOfItsEffectAreThoseThatConsumersUsed() {
        MessageTrace trace = run.received(1, "c-1", "a", 1)
                .at(1.1, "c-1", new Event.EffectAttempted("a", "biz:order_id:7"))
                .at(1.2, "c-1", new Event.Skipped("a", "a", SkipReason.COMPLETED))
                .trace(9);

        assertThat(trace.effectKeys()).containsExactly("biz:order_id:7", "a");
    }

    private static Delivery onlyDelivery(MessageTrace trace) {
        assertThat(trace.deliveries()).hasSize(1);
        return trace.deliveries().get(0);
    }
}
