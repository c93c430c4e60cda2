package dev.queuelab.report.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.queuelab.lab.runstore.StoredRun;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** By the folders that real runs left. */
class RunCountsTest {

    @Test
    void aControlThatRepeatsAnEffectCountsIt() {
        RunCounts counts = of("failing");

        assertThat(counts.messages()).isEqualTo(3);
        assertThat(counts.deliveries()).isEqualTo(6);
        assertThat(counts.redeliveries()).isEqualTo(3);
        assertThat(counts.effects()).isEqualTo(4);
        assertThat(counts.repeatedEffects()).isEqualTo(1);
        assertThat(counts.inDeadLetterQueue()).hasValue(0);
    }

    @Test
    void aRedeliveryIsNoRepeatedEffect() {
        RunCounts counts = of("passing");

        assertThat(counts.deliveries()).isEqualTo(4);
        assertThat(counts.redeliveries()).isEqualTo(1);
        assertThat(counts.redelivered()).isEqualTo(1);
        assertThat(counts.recovered()).isEqualTo(1);
        assertThat(counts.crashes()).isEqualTo(1);
        assertThat(counts.effects()).isEqualTo(3);
        assertThat(counts.repeatedEffects()).isZero();
        assertThat(counts.deleted()).isEqualTo(3);
    }

    @Test
    void whereNobodyLookedTheDeadLettersAreNotKnown() {
        assertThat(of("killed").inDeadLetterQueue()).isEmpty();
    }

    private static RunCounts of(String run) {
        return RunCounts.of(StoredRun.read(
                Path.of("src/test/resources/dev/queuelab/report/page/samples").resolve(run)));
    }
}
