package dev.queuelab.report.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.queuelab.core.history.Event;
import dev.queuelab.core.history.SkipReason;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LivesTest {
    private final FactBuilder told = new FactBuilder().sent(0.5, "a");

    @Test
    void aMessageThatIsWorkedOnAndDeletedHasOneDelivery() {
        Life life = told.received(1, "c-1", "a", 1)
                .done(1.2, "c-1", "a")
                .deleted(1.3, "c-1", "a")
                .life(5);

        assertThat(life.ending()).isEqualTo(Life.Ending.DELETED);
        assertThat(life.effects()).isEqualTo(1);
        assertThat(life.isUnusual()).isFalse();
        assertThat(life.sent()).hasValue(0.5);
        assertThat(life.deliveries()).singleElement().satisfies(delivery -> {
            assertThat(delivery.end()).isEqualTo(Delivery.End.DELETED);
            assertThat(delivery.from()).isEqualTo(1);
            assertThat(delivery.to()).isEqualTo(1.3);
        });
    }

    @Test
    void aCrashEndsAllThatTheProcessHadInHand() {
        List<Life> lives = told.sent(0.6, "b")
                .received(1, "c-1", "a", 1)
                .received(1, "c-1", "b", 1)
                .at(1.5, "c-1", new Event.Crashed("a", "after receive"))
                .exited(1.8, "c-1", 1)
                .lives(9);

        assertThat(lives).flatExtracting(Life::deliveries).allSatisfy(delivery -> {
            assertThat(delivery.end()).isEqualTo(Delivery.End.CRASHED);
            assertThat(delivery.to()).isEqualTo(1.5);
        });
        assertThat(lives).extracting(Life::ending).containsOnly(Life.Ending.ON_QUEUE);
    }

    @Test
    void aProcessThatWasKilledDiedWithTheMessageInHand() {
        Life life = told.received(1, "c-1", "a", 1).exited(1.8, "c-1", 137).life(9);

        assertThat(onlyEnd(life)).isEqualTo(Delivery.End.DIED);
        assertThat(life.deliveries().get(0).to()).isEqualTo(1.8);
    }

    @Test
    void aProcessThatStoppedInGoodOrderPutTheMessageDown() {
        Life life =
                told.received(1, "c-1", "a", 1).stopped(1.8, "c-1", Map.of()).life(9);

        assertThat(onlyEnd(life)).isEqualTo(Delivery.End.PUT_DOWN);
    }

    @Test
    void workDoneWithoutADeletionIsNotDeleted() {
        Life life = told.received(1, "c-1", "a", 1)
                .done(1.1, "c-1", "a")
                .stopped(3, "c-1", Map.of())
                .life(9);

        assertThat(onlyEnd(life)).isEqualTo(Delivery.End.NOT_DELETED);
        assertThat(life.deliveries().get(0).to()).isEqualTo(1.1);
    }

    @Test
    void workJustDoneWhenTheRecordEndsIsStillInHand() {
        Life life = told.received(1, "c-1", "a", 2).done(1.1, "c-1", "a").life(1.2);

        assertThat(onlyEnd(life)).isEqualTo(Delivery.End.OPEN);
        assertThat(life.ending()).isEqualTo(Life.Ending.IN_HAND);
    }

    @Test
    void whatIsInHandWhenTheRecordEndsIsOpenUntilTheVisibilityTimeoutAndThenExpired() {
        told.received(1, "c-1", "a", 1);

        assertThat(onlyEnd(told.life(2.9))).isEqualTo(Delivery.End.OPEN);
        assertThat(told.life(2.9).ending()).isEqualTo(Life.Ending.IN_HAND);
        assertThat(onlyEnd(told.life(3.1))).isEqualTo(Delivery.End.EXPIRED);
        assertThat(told.life(3.1).ending()).isEqualTo(Life.Ending.ON_QUEUE);
    }

    @Test
    void twoProcessesMayHaveTheSameMessageInHand() {
        Life life = told.received(1, "c-1", "a", 1)
                .received(3.1, "c-2", "a", 2)
                .done(3.2, "c-2", "a")
                .deleted(3.3, "c-2", "a")
                .at(4, "c-1", new Event.Skipped("a", "a", SkipReason.EFFECT_REFUSED))
                .at(4.1, "c-1", new Event.DeleteStale("a", "m-a", "gone"))
                .life(9);

        assertThat(life.deliveries())
                .extracting(Delivery::process, Delivery::end)
                .containsExactly(tuple("c-1", Delivery.End.DELETE_STALE), tuple("c-2", Delivery.End.DELETED));
        assertThat(life.isUnusual()).isTrue();
    }

    @Test
    void aMessageDeliveredAsOftenAsAllowedIsDueForTheDeadLetterQueueOrWasSeenThere() {
        told.received(1, "c-1", "a", 1)
                .at(1.1, "c-1", new Event.Rejected("a", "m-a", "poison"))
                .received(3.1, "c-1", "a", 2)
                .at(3.2, "c-1", new Event.Rejected("a", "m-a", "poison"));

        assertThat(told.life(9).ending()).isEqualTo(Life.Ending.DUE_FOR_DEAD_LETTER_QUEUE);
        assertThat(told.life(9, "a").ending()).isEqualTo(Life.Ending.DEAD_LETTERED);
    }

    @Test
    void aMessageNobodyReceivedIsOnTheQueueAndOneWithoutAcknowledgementWasNotSent() {
        List<Life> lives = told.at(1, "producer-1", new Event.Sending("b")).lives(9);

        assertThat(lives).extracting(Life::ending).containsExactly(Life.Ending.NEVER_RECEIVED, Life.Ending.NOT_SENT);
    }

    @Test
    void factsOfProcessesAreKeptApart() {
        told.at(1, "c-1", new Event.ShutdownRequested());

        Lives lives = Lives.in(told.facts(), FactBuilder.QUEUE, Set.of(), 9);

        assertThat(lives.ofNoMessage()).extracting(Fact::kind).containsExactly("shutdown-requested");
    }

    @Test
    void aFactOfAKindThatTheReportDoesNotKnowKeepsItsNameAndFields() {
        Life life = told.received(1, "c-1", "a", 1)
                .at(1.1, "c-1", new Event.Failed("a", "m-a", "recording the start", "throttled"))
                .life(9);

        assertThat(life.deliveries().get(0).facts()).singleElement().satisfies(fact -> {
            assertThat(fact.kind()).isEqualTo("failed");
            assertThat(fact.details()).containsOnlyKeys("step", "reason");
        });
    }

    private static Delivery.End onlyEnd(Life life) {
        assertThat(life.deliveries()).hasSize(1);
        return life.deliveries().get(0).end();
    }
}
