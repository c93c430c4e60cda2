package dev.queuelab.core.trace;

import static dev.queuelab.core.trace.HistoryBuilder.second;
import static org.assertj.core.api.Assertions.assertThat;

import dev.queuelab.core.history.Event;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LocationTest {
    private final HistoryBuilder run = new HistoryBuilder().sent(0.5, "a");

    @Test
    void aMessageWaitsIsInFlightAndIsGone() {
        MessageTrace trace =
                run.received(1, "c-1", "a", 1).deleted(1.3, "c-1", "a").trace(9);

        assertThat(trace.locationAt(second(0))).isEqualTo(Location.NOT_SENT);
        assertThat(trace.locationAt(second(0.5))).isEqualTo(Location.WAITING);
        assertThat(trace.locationAt(second(1))).isEqualTo(Location.IN_FLIGHT);
        assertThat(trace.locationAt(second(1.3))).isEqualTo(Location.DELETED);
    }

    @Test
    void afterTheVisibilityTimeoutItWaitsAgain() {
        MessageTrace trace = run.received(1, "c-1", "a", 1).trace(9);

        assertThat(trace.locationAt(second(2.9))).isEqualTo(Location.IN_FLIGHT);
        assertThat(trace.locationAt(second(3))).isEqualTo(Location.WAITING);
    }

    @Test
    void handedBackItWaitsAtOnce() {
        MessageTrace trace = run.received(1, "c-1", "a", 1)
                .at(1.2, "c-1", new Event.HandedBack("a", "m-a"))
                .trace(9);

        assertThat(trace.locationAt(second(1.2))).isEqualTo(Location.WAITING);
    }

    @Test
    void extendedItIsInFlightForThatLongFromThen() {
        MessageTrace trace = run.received(1, "c-1", "a", 1)
                .at(2.5, "c-1", new Event.Extended("a", "m-a", 4))
                .trace(9);

        assertThat(trace.locationAt(second(6.4))).isEqualTo(Location.IN_FLIGHT);
        assertThat(trace.locationAt(second(6.5))).isEqualTo(Location.WAITING);
    }

    @Test
    void afterItsLastDeliveryItIsDeadLettered() {
        MessageTrace trace =
                run.received(1, "c-1", "a", 1).received(3.1, "c-1", "a", 2).trace(9);

        assertThat(trace.locationAt(second(3.1))).isEqualTo(Location.IN_FLIGHT);
        assertThat(trace.locationAt(second(5.1))).isEqualTo(Location.DEAD_LETTERED);
    }

    @Test
    void deletedByALateFirstReceiverItIsGoneThoughASecondHasItInHand() {
        MessageTrace trace = run.received(1, "c-1", "a", 1)
                .received(3.1, "c-2", "a", 2)
                .deleted(3.5, "c-1", "a")
                .trace(9);

        assertThat(trace.locationAt(second(3.5))).isEqualTo(Location.DELETED);
        assertThat(trace.locationAt(second(9))).isEqualTo(Location.DELETED);
    }

    @Test
    void aMessageReceivedBeforeItsAcknowledgementWasRecordedWasOnTheQueueBefore() {
        MessageTrace trace =
                new HistoryBuilder().received(0.4, "c-1", "a", 1).sent(0.5, "a").trace(9);

        assertThat(trace.locationAt(second(0.4))).isEqualTo(Location.IN_FLIGHT);
        assertThat(trace.moves().get(0).at()).isEqualTo(second(0.4));
    }

    @Test
    void aRedriveBringsADeadLetterBackWithANewReceiveCount() {
        MessageTrace trace = run.received(1, "c-1", "a", 1)
                .received(3.1, "c-1", "a", 2)
                .received(7, "c-2", "a", 1)
                .at(7.5, "c-2", new Event.HandedBack("a", "m-a"))
                .trace(9);

        assertThat(trace.moves())
                .extracting(Move::to)
                .containsExactly(
                        Location.WAITING,
                        Location.IN_FLIGHT,
                        Location.WAITING,
                        Location.IN_FLIGHT,
                        Location.DEAD_LETTERED,
                        Location.IN_FLIGHT,
                        Location.WAITING);
        assertThat(trace.fate()).isEqualTo(MessageTrace.Fate.ON_QUEUE);
    }

    @Test
    void ofAQueueWhoseSettingsAreUnknownAMessageStaysInFlight() {
        MessageTraces traces =
                MessageTraces.of(run.received(1, "c-1", "a", 9).history(), QueueSettings.UNKNOWN, Set.of(), second(9));

        assertThat(traces.find("a").orElseThrow().locationAt(second(9))).isEqualTo(Location.IN_FLIGHT);
    }

    @Test
    void theBacklogIsWhatIsOnTheQueueAndItsAgeThatOfTheOldest() {
        run.sent(1.5, "b").received(2, "c-1", "a", 1).deleted(4, "c-1", "a").received(2, "c-1", "b", 2);
        MessageTraces traces = run.traces(9);

        assertThat(traces.backlogAt(second(1))).isEqualTo(new Backlog(1, Duration.ofMillis(500)));
        assertThat(traces.backlogAt(second(3.5))).isEqualTo(new Backlog(2, Duration.ofSeconds(3)));
        assertThat(traces.backlogAt(second(4.5))).isEqualTo(new Backlog(0, Duration.ZERO));
    }

    @Test
    void aMessageWhoseDeletionWasRecordedBeforeItsAcknowledgementIsGone() {
        MessageTraces traces =
                new HistoryBuilder().deleted(0.4, "c-1", "a").sent(0.5, "a").traces(9);

        assertThat(traces.backlogAt(second(1)).messages()).isZero();
    }
}
