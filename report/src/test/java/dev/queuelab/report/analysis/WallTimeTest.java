package dev.queuelab.report.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.queuelab.lab.runstore.StoredRun;
import dev.queuelab.report.analysis.WallTime.Use;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** By the folders that real runs left. */
class WallTimeTest {

    @ParameterizedTest
    @ValueSource(strings = {"passing", "failing", "killed"})
    void thePartsAddUpToTheWhole(String run) {
        WallTime time = of(run);

        assertThat(time.parts().values().stream().reduce(Duration.ZERO, Duration::plus))
                .isEqualTo(time.whole())
                .isPositive();
    }

    /** The first consumer dies with a message in hand, which the second gets once the 2 s of the queue are over. */
    @Test
    void aRedeliveryIsWaitedForAsLongAsTheMessageIsHidden() {
        WallTime time = of("passing");

        assertThat(time.of(Use.VISIBILITY)).isBetween(Duration.ofMillis(1_990), Duration.ofSeconds(2));
        assertThat(time.floor()).isEqualTo(time.of(Use.VISIBILITY).plus(time.of(Use.SET_WAITS)));
        assertThat(time.of(Use.STARTS)).isPositive();
        assertThat(time.of(Use.STOPS)).isPositive();
        assertThat(time.of(Use.JUDGEMENT)).isPositive();
    }

    private static WallTime of(String run) {
        return WallTime.of(StoredRun.read(
                Path.of("src/test/resources/dev/queuelab/report/page/samples").resolve(run)));
    }
}
