package dev.queuelab.scenarios.check;

import static dev.queuelab.scenarios.check.JudgedRun.judged;

import dev.queuelab.core.history.Event;
import dev.queuelab.core.history.SkipReason;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VersionChecksTest {
    private static final Map<String, EntityVersion> SENT = Map.of(
            "a1", new EntityVersion("a", 1, "created"),
            "a2", new EntityVersion("a", 2, "cancelled"),
            "b1", new EntityVersion("b", 1, "created"),
            "b2", new EntityVersion("b", 2, "cancelled"));

    private final EvidenceBuilder run = new EvidenceBuilder();

    @Test
    void effectsWithoutAStateShowNoVersions() {
        run.sent("a").processed("a");

        judged(ended("{}"), run).isUnknown("no versions were left in the state");
    }

    @Test
    void entitiesAtTheirNewestAreRight() {
        judged(ended("{\"a\": 2, \"b\": 2}"), run).passes("all of 2 entities");
    }

    @Test
    void anEntityThatWentBackIsFound() {
        judged(ended("{\"a\": 2, \"b\": 1}"), run).fails("1 of 2 ended wrong: b as created (1), not as cancelled (2)");
    }

    @Test
    void anEntityThatIsMissingIsFound() {
        judged(ended("{\"a\": 2}"), run).fails("b as nothing at all, not as cancelled (2)");
    }

    @Test
    void aVersionHandledAfterANewerOneIsAnInversionWhateverBecameOfIt() {
        run.attempted("a2", "a2").fact(new Event.Skipped("a1", "a1", SkipReason.STALE_VERSION));
        run.attempted("b2", "b2").attempted("b1", "b1");

        judged(VersionChecks.inversionsSeen(evidence -> SENT), run).passes("2 times");
    }

    @Test
    void aRedeliveryIsNoInversion() {
        run.attempted("a1", "a1").attempted("a2", "a2").fact(new Event.Skipped("a1", "a1", SkipReason.COMPLETED));

        judged(VersionChecks.inversionsSeen(evidence -> SENT), run).isUnknown("0 times");
    }

    @Test
    void entitiesDoNotMindEachOther() {
        run.attempted("a2", "a2").attempted("b1", "b1").attempted("b2", "b2");

        judged(VersionChecks.inversionsSeen(evidence -> SENT), run).isUnknown("0 times");
    }

    @Test
    void aStateThatIsNoJsonShowsNoVersions() {
        run.sent("a").processed("a");

        judged(ended("nonsense"), run).isUnknown("no versions were left in the state");
    }

    private Check ended(String state) {
        run.file("state", state);
        return VersionChecks.endedAtNewest("right", "Ended right.", "state", evidence -> SENT.values());
    }
}
