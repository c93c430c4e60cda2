package dev.queuelab.scenarios.check;

import static dev.queuelab.scenarios.check.JudgedRun.judged;
import static org.assertj.core.api.Assertions.assertThat;

import dev.queuelab.core.history.Entry;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HistoryChecksTest {
    private final EvidenceBuilder run = new EvidenceBuilder().sent("a").processed("a");

    @Test
    void eventsNumberedWithoutAGapAreComplete() {
        judged(HistoryChecks.COMPLETE, run).passes("events of 1 processes");
    }

    @Test
    void aRemovedFactIsMissed() {
        List<Entry> entries = new ArrayList<>(run.evidence().history().entries());
        entries.remove(2);

        assertThat(judge(entries)).isEqualTo(Verdict.FAIL);
    }

    @Test
    void aFactThatIsThereTwiceIsFound() {
        List<Entry> entries = new ArrayList<>(run.evidence().history().entries());
        entries.add(entries.get(2));

        assertThat(judge(entries)).isEqualTo(Verdict.FAIL);
    }

    private static Verdict judge(List<Entry> entries) {
        return HistoryChecks.COMPLETE
                .evaluate(new EvidenceBuilder().withEntries(entries).evidence())
                .verdict();
    }
}
