package dev.queuelab.scenarios.check;

import static dev.queuelab.scenarios.check.Judged.judged;
import static org.assertj.core.api.Assertions.assertThat;

import dev.queuelab.core.history.Event;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PurgesTest {
    private static final Duration WINDOW = Duration.ofSeconds(60);

    private final Given run = new Given().sent("a", "b");

    @Test
    void whatWasSentBeforeThePurgeMustBeGone() {
        judged(Purges.nothingFromBefore(run.messages()), run).passes("none of 2");

        run.received("b");
        judged(Purges.nothingFromBefore(run.messages()), run).fails("1 of 2 was delivered: b");
    }

    @Test
    void whatWasSentAfterTheWindowMustSurvive() {
        run.processed("a");
        judged(Purges.safeSurvived(WINDOW, run.messages()), run).fails("1 of 2 sent 60 s or more after the purge are");

        run.processed("b");
        judged(Purges.safeSurvived(WINDOW, run.messages()), run).passes("all of 2");
    }

    @Test
    void whereNothingWasSentAfterTheWindowNothingIsProved() {
        judged(Purges.safeSurvived(WINDOW, new Messages(List.of())), run).isUnknown("nothing was sent 60 s or more");
    }

    @Test
    void aWindowIsSeenWhereThePurgeTookSomethingAndElseThatIsTold() {
        run.processed("a");
        judged(Purges.windowSeen(run.messages()), run).passes("1 of 2 sent within the window");

        run.processed("b");
        judged(Purges.windowSeen(run.messages()), run).isSkipped("this environment showed no window");
    }

    @Test
    void theSecondPurgeIsTheOneAfterTheFirstThatWasAccepted() {
        run.fact(refused()).fact(accepted()).fact(refused());

        judged(Purges.secondRefused(), run).passes("refused with InProgress");
    }

    @Test
    void aSecondPurgeThatWasAcceptedIsTold() {
        run.fact(accepted()).fact(accepted());

        judged(Purges.secondRefused(), run).isSkipped("accepted a second purge");
    }

    @Test
    void withoutASecondPurgeNothingIsProved() {
        run.fact(refused()).fact(accepted());

        judged(Purges.secondRefused(), run).isUnknown("no second purge");
    }

    @Test
    void theWindowIsShownInTheOrderOfTheSendings() {
        run.processed("a");
        TreeMap<Integer, Messages> sentAfter = new TreeMap<>();
        sentAfter.put(60, run.messages());
        sentAfter.put(0, new Messages(List.of()));

        Table window = Purges.window("window", sentAfter).draw().apply(run.evidence());

        assertThat(window.rows()).containsExactly(List.of("+0", "0", "0"), List.of("+60", "2", "1"));
    }

    private static Event accepted() {
        return new Event.PurgeAnswered(true, "accepted");
    }

    private static Event refused() {
        return new Event.PurgeAnswered(false, "InProgress");
    }
}
