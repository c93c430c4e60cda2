package dev.queuelab.runner.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.queuelab.scenarios.kit.Catalogue;
import dev.queuelab.scenarios.kit.Need;
import dev.queuelab.scenarios.kit.Scenario;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A scenario that turns a knob which a stranger need not know says so, and no other does. */
class NeedsTest {
    /** For which no knob asks. */
    private static final Set<Need> UNASKED =
            EnumSet.of(Need.EFFECTS, Need.EFFECT_URL, Need.BATCH_RECEIVE, Need.BATCH_DELETION);

    static Iterable<Catalogue.Entry> scenarios() {
        return Catalogue.all();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void aScenarioNeedsWhatItsKnobsAskFor(Catalogue.Entry entry) {
        Scenario scenario = ScenarioSections.set(entry);
        KnobCollector collector = new KnobCollector();
        scenario.play(collector.stage());
        Set<Need> asked = EnumSet.noneOf(Need.class);
        for (Need need : Need.values()) {
            if (need.knobs().stream().anyMatch(collector.turned()::contains)) {
                asked.add(need);
            }
        }

        Set<Need> declared = new TreeSet<>(scenario.needs());
        declared.removeAll(UNASKED);

        assertThat(declared).isEqualTo(asked);
    }
}
