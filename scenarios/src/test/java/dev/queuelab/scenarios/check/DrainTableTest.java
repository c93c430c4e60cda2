package dev.queuelab.scenarios.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.queuelab.core.history.Event;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DrainTableTest {
    private final EvidenceBuilder run = new EvidenceBuilder();

    @Test
    void aDrainIsTakenFromTheFirstConsumersStartToTheLastDeletion() {
        run.sent("a", "b").after(Duration.ofSeconds(5));
        run.fact(new Event.Started("consumer", 1, Map.of()));
        run.after(Duration.ofMillis(300))
                .deleted("a")
                .after(Duration.ofMillis(300))
                .deleted("b");

        List<List<String>> rows = drain().rows();

        assertThat(rows.get(0)).containsExactly("0.0", "0", "0.0", "2", "5.0");
        assertThat(rows.get(2)).containsExactly("0.5", "1", "4.0", "1", "5.5");
        assertThat(rows.get(3)).containsExactly("0.8", "2", "4.0", "0", "0.0");
        assertThat(rows).hasSize(4);
    }

    @Test
    void aLongDrainIsShownInFewRows() {
        run.sent("a").fact(new Event.Started("consumer", 1, Map.of()));
        run.after(Duration.ofMinutes(10)).deleted("a");

        assertThat(drain().rows()).hasSizeBetween(20, 22);
        assertThat(drain().rows().get(drain().rows().size() - 1)).contains("1", "0");
    }

    @Test
    void whereNothingWasDrainedThereIsNothingToShow() {
        run.sent("a").fact(new Event.Started("producer", 1, Map.of())).deleted("a");

        assertThat(drain().rows()).isEmpty();
        assertThat(drain().columns()).hasSize(5);
    }

    private Table drain() {
        return DrainTable.overTime("drain").draw().apply(run.evidence());
    }
}
