package dev.queuelab.scenarios.check;

import static dev.queuelab.scenarios.check.JudgedRun.judged;

import dev.queuelab.core.history.Entry;
import dev.queuelab.core.history.Event;
import dev.queuelab.core.history.History;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WireChecksTest {
    private static final Event RECEIVED = new Event.Received("a", "m-a", 1, Instant.EPOCH, null);
    private static final Event PERFORMED = new Event.EffectPerformed("a", "a", 1);
    private static final Event DELETED = new Event.Deleted("a", "m-a");

    private final EvidenceBuilder run = new EvidenceBuilder().by("c");

    private void said(Event... events) {
        run.fact(new Event.Started("consumer", 1, Map.of()));
        List.of(events).forEach(run::fact);
    }

    private void seen(Set<String> disturbed, Event... events) {
        List<Entry> entries = new ArrayList<>();
        for (Event event : events) {
            entries.add(new Entry("c", entries.size() + 1L, Instant.EPOCH, event));
        }
        run.wire(new WireEvidence(History.of(entries), disturbed));
    }

    private JudgedRun theHistories() {
        return judged(WireChecks.HISTORIES_AGREE, run);
    }

    private static Event stopped() {
        return new Event.Stopped("asked to", Map.of());
    }

    @Test
    void theSameFactsAgree() {
        said(RECEIVED, PERFORMED, DELETED, stopped());
        seen(Set.of(), RECEIVED, PERFORMED, DELETED);

        theHistories().passes("those of 1 consumer do");
    }

    @Test
    void aDeletionThatWasNotSeenIsALie() {
        said(RECEIVED, PERFORMED, DELETED, stopped());
        seen(Set.of(), RECEIVED, PERFORMED);

        theHistories().fails("c deleted message m-a 0 times, and says 1");
    }

    @Test
    void whatIsLeftOutIsALie() {
        said(RECEIVED, DELETED, stopped());
        seen(Set.of(), RECEIVED, PERFORMED, DELETED);

        theHistories().fails("c performed the effect a 1 times, and says 0");
    }

    @Test
    void oneThatDiedMayLackItsLastFact() {
        said(RECEIVED, PERFORMED);
        seen(Set.of(), RECEIVED, PERFORMED, DELETED);

        theHistories().passes("1 consumer");
    }

    @Test
    void oneThatDiedStillInventsNothing() {
        said(RECEIVED, PERFORMED);
        seen(Set.of(), RECEIVED);

        theHistories().fails("c performed the effect a 0 times, and says 1");
    }

    @Test
    void whoseCallsMetFaultsIsNotCompared() {
        said(RECEIVED, PERFORMED, DELETED, stopped());
        seen(Set.of("c"), RECEIVED);

        theHistories().isSkipped("no consumer kept a history of calls that met no fault");
    }

    @Test
    void withoutTheGatewayNothingIsCompared() {
        said(RECEIVED, stopped());

        theHistories().isSkipped("the calls did not pass the gateway");
    }
}
