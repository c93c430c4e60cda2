package dev.queuelab.scenarios.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.queuelab.core.history.Entry;
import dev.queuelab.core.history.Event;
import dev.queuelab.core.history.History;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WireEvidenceTest {
    private static Entry entry(String process, int second, Event event) {
        return new Entry(process, second + 1L, Instant.EPOCH.plusSeconds(second), event);
    }

    private static Entry deleted(String process, int second) {
        return entry(process, second, new Event.Deleted("a", "m-a"));
    }

    private static History completed(List<Entry> recorded, Entry... seen) {
        return new WireEvidence(History.of(List.of(seen)), Set.of()).completing(History.of(recorded));
    }

    @Test
    void whoRecordsNothingIsKnownByItsCalls() {
        assertThat(completed(List.of(), deleted("c", 1)).entries()).containsExactly(deleted("c", 1));
    }

    @Test
    void whoKeepsAHistoryIsBelieved() {
        Entry own = entry("c", 0, new Event.HandedBack("a", "m-a"));

        assertThat(completed(List.of(own), deleted("c", 1)).entries()).containsExactly(own);
    }

    @Test
    void aReplyToTheDeadReachedNobody() {
        Entry killed = entry("runner", 5, new Event.Signalled("c", "KILL"));
        Entry exited = entry("runner", 7, new Event.Exited("c", 137));

        assertThat(completed(List.of(killed, exited), deleted("c", 4), deleted("c", 6))
                        .entries())
                .containsExactly(deleted("c", 4), killed, exited);
    }

    @Test
    void aSignalToStopDoesNotMakeItDead() {
        Entry asked = entry("runner", 5, new Event.Signalled("c", "TERM"));

        assertThat(completed(List.of(asked), deleted("c", 6)).entries()).containsExactly(asked, deleted("c", 6));
    }
}
