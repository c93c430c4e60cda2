package dev.queuelab.report.results;

import static org.assertj.core.api.Assertions.assertThat;

import dev.queuelab.lab.runstore.StoredRun;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** By the folders that real runs left. */
class CountsTest {

    @Test
    void aControlThatRepeatsAnEffectCountsIt() {
        assertThat(of("failing")).isEqualTo(new Counts(3, 6, 3, 4, 1, OptionalInt.of(0)));
    }

    @Test
    void aRedeliveryIsNoRepeatedEffect() {
        assertThat(of("passing")).isEqualTo(new Counts(3, 4, 1, 3, 0, OptionalInt.of(0)));
    }

    @Test
    void whereNoChecksWereMadeNobodyKnowsTheDeadLetters() {
        assertThat(of("killed").deadLetters()).isEmpty();
    }

    private static Counts of(String run) {
        return Counts.of(StoredRun.read(
                Path.of("src/test/resources/dev/queuelab/report/page/samples").resolve(run)));
    }
}
