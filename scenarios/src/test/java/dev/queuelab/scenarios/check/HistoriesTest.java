package dev.queuelab.scenarios.check;

import static dev.queuelab.scenarios.check.Judged.judged;
import static org.assertj.core.api.Assertions.assertThat;

import dev.queuelab.core.history.Entry;
import dev.queuelab.core.history.History;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HistoriesTest {
    private final Given run = new Given().sent("a").processed("a");

    @Test
    void factsNumberedWithoutAGapAreWhole() {
        judged(Histories.whole(), run).passes("facts of 1 processes");
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
        Evidence evidence =
                new Evidence(History.of(entries), Depth.EMPTY, Depth.EMPTY, List.of(), Map.of(), Map.of(), Set.of());
        return Histories.whole().on(evidence).verdict();
    }
}
