package dev.queuelab.report.results;

import static org.assertj.core.api.Assertions.assertThat;

import dev.queuelab.report.results.ControlResult.Outcome;
import dev.queuelab.scenarios.check.CheckOutcome;
import org.junit.jupiter.api.Test;

class ControlResultTest {

    @Test
    void aProtectionThatIsNeededBreaksItsCheckAndTheOthersHold() {
        ControlResult result = of(Sample.LOST, Sample.ONCE, Sample.UNSEEN);

        assertThat(result.outcome()).isEqualTo(Outcome.BROKE);
        assertThat(result.broke()).containsExactly("nothing lost");
        assertThat(result.held()).containsExactly("effects performed once");
        assertThat(result.blind()).isEmpty();
    }

    @Test
    void aCheckThatPassesWithoutItsProtectionIsBlindAndHasNotHeld() {
        ControlResult result = of(Sample.KEPT, Sample.ONCE);

        assertThat(result.outcome()).isEqualTo(Outcome.BLIND);
        assertThat(result.broke()).isEmpty();
        assertThat(result.held()).containsExactly("effects performed once");
        assertThat(result.blind()).containsExactly("nothing lost");
    }

    @Test
    void whatBreaksBesidesIsAnotherOutcome() {
        assertThat(of(Sample.LOST, Sample.TWICE).outcome()).isEqualTo(Outcome.OTHER);
        assertThat(of(Sample.KEPT, Sample.TWICE).blind()).containsExactly("nothing lost");
    }

    @Test
    void theProtectionIsTheKnobAndOptionsOnlyWhereThereIsNone() {
        assertThat(Sample.NOT_IDEMPOTENT.protection()).isEqualTo("IDEMPOTENCY=none");
        assertThat(Sample.ALONE.protection()).isEqualTo("--max-consumers=1");
    }

    private static ControlResult of(CheckOutcome... checks) {
        return Sample.control("crash", Sample.ACKNOWLEDGED_BEFORE, checks)
                .control()
                .orElseThrow();
    }
}
