package dev.queuelab.core.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.queuelab.core.history.Event;
import dev.queuelab.core.trace.MessageTrace.Fate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of every message's trace, whatever the processes recorded. */
class MessageTracePropertiesTest {
    /** When all visibility timeouts have passed. */
    private static final double END = 100;

    @Property
    void itsMovesAreConnectedAndInOrderOfTime(@ForAll("runs") HistoryBuilder run) {
        for (MessageTrace trace : run.traces(END).all()) {
            Location here = Location.NOT_SENT;
            for (int i = 0; i < trace.moves().size(); i++) {
                Move move = trace.moves().get(i);
                assertThat(move.from()).isEqualTo(here).isNotEqualTo(move.to());
                assertThat(i == 0
                                || !move.at().isBefore(trace.moves().get(i - 1).at()))
                        .isTrue();
                here = move.to();
            }
        }
    }

    @Property
    void everyEventOfAMessageIsInItsTraceOnce(@ForAll("runs") HistoryBuilder run) {
        MessageTraces traces = run.traces(END);
        long inTraces = traces.all().stream()
                .mapToLong(trace -> trace.others().size()
                        + trace.deliveries().stream()
                                .mapToLong(delivery -> 1 + delivery.facts().size())
                                .sum())
                .sum();

        assertThat(inTraces + traces.processFacts().size())
                .isEqualTo(run.history().entries().size());
    }

    @Property
    void aMessageIsDeletedExactlyIfAProcessRecordedItsDeletion(@ForAll("runs") HistoryBuilder run) {
        for (MessageTrace trace : run.traces(END).all()) {
            boolean deleted = run.history()
                    .all(Event.Deleted.class)
                    .anyMatch(event -> event.id().equals(trace.id()));

            assertThat(trace.fate() == Fate.DELETED).isEqualTo(deleted);
        }
    }

    @Property
    void everyAcknowledgedMessageHasAFateThatAgreesWithItsLocation(@ForAll("runs") HistoryBuilder run) {
        for (MessageTrace trace : run.traces(END).all()) {
            assertThat(trace.locationAt(HistoryBuilder.second(END)))
                    .as(trace.toString())
                    .isIn(locationsOf(trace.fate()));
            assertThat(trace.acknowledged().isPresent() && trace.fate() == Fate.NOT_SENT)
                    .isFalse();
        }
    }

    private static Set<Location> locationsOf(Fate fate) {
        return switch (fate) {
            case DELETED -> Set.of(Location.DELETED);
            case DEAD_LETTERED, DUE_FOR_DEAD_LETTER_QUEUE -> Set.of(Location.DEAD_LETTERED);
            case IN_HAND -> Set.of(Location.IN_FLIGHT);
            case ON_QUEUE, NEVER_RECEIVED -> Set.of(Location.WAITING);
            case NOT_SENT -> Set.of(Location.NOT_SENT);
        };
    }

    @Provide
    Arbitrary<HistoryBuilder> runs() {
        return Arbitraries.integers().between(0, 9_999).list().ofMaxSize(40).map(MessageTracePropertiesTest::run);
    }

    private static HistoryBuilder run(List<Integer> choices) {
        HistoryBuilder run = new HistoryBuilder();
        for (int i = 0; i < choices.size(); i++) {
            int choice = choices.get(i);
            double second = i * 0.7;
            String id = "m" + choice % 3;
            String process = "c-" + choice / 3 % 2;
            switch (choice / 6 % 10) {
                case 0, 1 -> run.sent(second, id);
                case 2, 3 -> run.received(second, process, id, 1 + choice % 2);
                case 4 -> run.done(second, process, id);
                case 5 -> run.deleted(second, process, id);
                case 6 -> run.at(second, process, new Event.HandedBack(id, "m-" + id));
                case 7 -> run.at(second, process, new Event.Crashed(id, "here"));
                case 8 -> run.at(second, process, new Event.Extended(id, "m-" + id, 1 + choice % 4));
                default -> run.exited(second, process, 1).stopped(second, process, Map.of());
            }
        }
        return run;
    }
}
