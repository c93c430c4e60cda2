package dev.queuelab.report.results;

import static org.assertj.core.api.Assertions.assertThat;

import dev.queuelab.scenarios.check.Table;
import java.util.List;
import org.junit.jupiter.api.Test;

class ControlsMatrixTest {
    private final ControlsMatrix matrix = ControlsMatrix.of(Sample.controls());

    @Test
    void rowsAreScenariosAndColumnsTheProtectionsTakenOut() {
        assertThat(matrix.byScenario())
                .isEqualTo(new Table(
                        List.of("without", "--max-consumers=1", "ACKNOWLEDGE=before", "IDEMPOTENCY=none"),
                        List.of(
                                List.of("crash", "", "broke", ""),
                                List.of("poison", "", "blind", ""),
                                List.of("dup", "", "", "other"),
                                List.of("dlq-redrive", "", "", "skipped"),
                                List.of("backpressure", "unknown", "", ""))));
    }

    @Test
    void asAListItHasALineForEachProtection() {
        assertThat(matrix.byProtection())
                .isEqualTo(new Table(
                        List.of("without", "broke", "blind", "other", "skipped", "unknown"),
                        List.of(
                                List.of("--max-consumers=1", "", "", "", "", "backpressure"),
                                List.of("ACKNOWLEDGE=before", "crash", "poison", "", "", ""),
                                List.of("IDEMPOTENCY=none", "", "", "dup", "dlq-redrive", ""))));
    }

    @Test
    void aColumnStandsForAnOutcomeThatOccurs() {
        SuiteResults one =
                Sample.results("controls", List.of(Sample.control("crash", Sample.ACKNOWLEDGED_BEFORE, Sample.LOST)));

        assertThat(ControlsMatrix.of(one).byProtection())
                .isEqualTo(new Table(List.of("without", "broke"), List.of(List.of("ACKNOWLEDGE=before", "crash"))));
    }
}
