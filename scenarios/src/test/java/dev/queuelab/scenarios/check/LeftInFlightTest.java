package dev.queuelab.scenarios.check;

import static dev.queuelab.scenarios.check.JudgedRun.judged;
import static org.assertj.core.api.Assertions.assertThat;

import dev.queuelab.core.history.Event;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class LeftInFlightTest {
    private static final LeftInFlight LEAVING = new LeftInFlight("leaving");

    private final EvidenceBuilder run = new EvidenceBuilder().sent("a", "b").by("leaving");

    @Test
    void whatIsDeletedOrHandedBackIsNotLeft() {
        run.received("a").deleted("a").received("b").fact(new Event.HandedBack("b", "m-b"));
        end();

        judged(LEAVING.nothing(), run).passes("leaving left none of its messages in flight");
        assertThat(LEAVING.table().draw().apply(run.evidence()).rows()).isEmpty();
    }

    @Test
    void whatIsNeitherIsKeptFromEverybody() {
        run.received("a").deleted("a").received("b");
        end();
        run.after(Duration.ofSeconds(2)).by("next").redelivered("b").deleted("b");

        judged(LEAVING.nothing(), run).fails("leaving left 1 in flight, which nobody could have for up to 2.0 s: b");
        assertThat(LEAVING.table().draw().apply(run.evidence()).rows())
                .singleElement()
                .satisfies(row -> assertThat(row.get(0)).isEqualTo("b"))
                .extracting(List::size)
                .isEqualTo(3);
    }

    @Test
    void whatAnotherHasIsNotItsOwn() {
        run.by("next").received("a");
        end();

        judged(LEAVING.nothing(), run).passes("leaving left none");
    }

    @Test
    void whatCameToOneThatDiedOfTheSignalIsNobodysFault() {
        run.by("runner")
                .fact(new Event.Signalled("leaving", "TERM"))
                .by("leaving")
                .received("b");
        end();

        judged(LEAVING.nothing(), run).isUnknown("b was delivered to a receive that leaving had open");
    }

    @Test
    void oneThatWasNotSeenToEndIsNotJudged() {
        run.received("a");

        judged(LEAVING.nothing(), run).isUnknown("leaving was not seen to exit");
    }

    private void end() {
        run.by("runner").fact(new Event.Exited("leaving", 0));
    }
}
