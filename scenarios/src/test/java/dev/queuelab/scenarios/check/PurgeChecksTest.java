package dev.queuelab.scenarios.check;

import static dev.queuelab.scenarios.check.JudgedRun.judged;
import static org.assertj.core.api.Assertions.assertThat;

import dev.queuelab.core.history.Event;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PurgeChecksTest {
    private final EvidenceBuilder run = new EvidenceBuilder().sent("a", "b");

    @Test
    void whatWasSentBeforeThePurgeMustBeGone() {
        judged(PurgeChecks.nothingFromBefore("p"), run).passes("none of 2");

        run.received("b");
        judged(PurgeChecks.nothingFromBefore("p"), run).fails("1 of 2 was delivered: b");
    }

    @Test
    void whatWasSentAfterTheWindowMustSurvive() {
        run.processed("a");
        judged(PurgeChecks.sentAfterWindowSurvived(() -> 60, () -> Set.of("p")), run)
                .fails("1 of 2 sent 60 s or more after the purge are");

        run.processed("b");
        judged(PurgeChecks.sentAfterWindowSurvived(() -> 60, () -> Set.of("p")), run)
                .passes("all of 2");
    }

    @Test
    void whereNothingWasSentAfterTheWindowNothingIsProved() {
        judged(PurgeChecks.sentAfterWindowSurvived(() -> 60, Set::of), run).isUnknown("nothing was sent 60 s or more");
    }

    @Test
    void aWindowIsSeenWhereThePurgeTookSomethingAndIsElseSkipped() {
        EvidenceBuilder purged =
                new EvidenceBuilder().fact(accepted()).sent("a", "b").processed("a");
        judged(PurgeChecks.purgeWindowSeen(() -> 60, () -> Set.of("p")), purged)
                .passes("1 of 2 sent within the window");

        purged.processed("b");
        judged(PurgeChecks.purgeWindowSeen(() -> 60, () -> Set.of("p")), purged)
                .isSkipped("this environment showed no window");
    }

    @Test
    void whatWasSentTooLateDoesNotShowThatThereIsNoWindow() {
        EvidenceBuilder purged = new EvidenceBuilder()
                .fact(accepted())
                .after(Duration.ofSeconds(61))
                .sent("a")
                .processed("a");

        judged(PurgeChecks.purgeWindowSeen(() -> 60, () -> Set.of("p")), purged)
                .isSkipped("nothing was sent within the window of 60 s");
    }

    @Test
    void theSecondPurgeIsTheOneAfterTheFirstThatWasAccepted() {
        run.fact(refused()).fact(accepted()).fact(refused());

        judged(PurgeChecks.SECOND_PURGE_REFUSED, run).passes("refused with InProgress");
    }

    @Test
    void aSecondPurgeThatWasAcceptedIsSkipped() {
        run.fact(accepted()).fact(accepted());

        judged(PurgeChecks.SECOND_PURGE_REFUSED, run).isSkipped("accepted a second purge");
    }

    @Test
    void withoutASecondPurgeNothingIsProved() {
        run.fact(refused()).fact(accepted());

        judged(PurgeChecks.SECOND_PURGE_REFUSED, run).isUnknown("no second purge");
    }

    @Test
    void theWindowIsShownInTheOrderOfTheSendings() {
        run.processed("a");
        Map<Integer, String> labels = new TreeMap<>(Map.of(60, "p", 0, "nobody"));

        Table window = PurgeChecks.window("window", () -> labels).draw().apply(run.evidence());

        assertThat(window.rows()).containsExactly(List.of("+0", "0", "0"), List.of("+60", "2", "1"));
    }

    private static Event accepted() {
        return new Event.PurgeAnswered(true, "accepted");
    }

    private static Event refused() {
        return new Event.PurgeAnswered(false, "InProgress");
    }
}
