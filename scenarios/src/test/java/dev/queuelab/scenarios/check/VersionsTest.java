package dev.queuelab.scenarios.check;

import static dev.queuelab.scenarios.check.Judged.judged;

import dev.queuelab.core.history.Event;
import dev.queuelab.core.history.SkipReason;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VersionsTest {
    private static final Map<String, Version> SENT = Map.of(
            "a1", new Version("a", 1), "a2", new Version("a", 2), "b1", new Version("b", 1), "b2", new Version("b", 2));

    private final Given run = new Given();

    @Test
    void effectsWithoutAStateTellNothingOfVersions() {
        run.sent("a").processed("a");

        judged(ended(Map.of()), run).isUnknown("no versions were left in the state");
    }

    @Test
    void entitiesAtTheirNewestAreRight() {
        judged(ended(Map.of("a", 2L, "b", 2L)), run).passes("all of 2 entities");
    }

    @Test
    void anEntityThatWentBackIsFound() {
        judged(ended(Map.of("a", 2L, "b", 1L)), run)
                .fails("1 of 2 ended wrong: b as created (1), not as cancelled (2)");
    }

    @Test
    void anEntityThatIsMissingIsFound() {
        judged(ended(Map.of("a", 2L)), run).fails("b as nothing at all, not as cancelled (2)");
    }

    @Test
    void aVersionHandledAfterANewerOneIsAnInversionWhateverBecameOfIt() {
        run.attempted("a2", "a2").fact(new Event.Skipped("a1", "a1", SkipReason.STALE_VERSION));
        run.attempted("b2", "b2").attempted("b1", "b1");

        judged(Versions.inversionsSeen(SENT), run).passes("2 times");
    }

    @Test
    void aRedeliveryIsNoInversion() {
        run.attempted("a1", "a1").attempted("a2", "a2").fact(new Event.Skipped("a1", "a1", SkipReason.COMPLETED));

        judged(Versions.inversionsSeen(SENT), run).isUnknown("0 times");
    }

    @Test
    void entitiesDoNotMindEachOther() {
        run.attempted("a2", "a2").attempted("b1", "b1").attempted("b2", "b2");

        judged(Versions.inversionsSeen(SENT), run).isUnknown("0 times");
    }

    private static Check ended(Map<String, Long> ended) {
        return Versions.endedAtNewest("right", SENT, ended, version -> version.number() == 1 ? "created" : "cancelled");
    }
}
