package dev.queuelab.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.queuelab.report.analysis.WallTime;
import dev.queuelab.report.analysis.WallTime.Use;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TimingTest {

    @Test
    void aRunIsALineOfWhatTookSomeTime() {
        assertThat(Timing.line(time(2_000, 1_500)))
                .isEqualTo("timing: visibility 2.0 s, starts 1.5 s; the floor is 2.0 s of 3.5 s");
    }

    @Test
    void allTogetherAreATableInTheOrderAskedForAndTheFloorOfTheLongestStack() {
        StringWriter text = new StringWriter();
        Timing timing = new Timing();
        timing.add(2, "happy", "happy", time(0, 1_000));
        timing.add(1, "dup", "dup", time(3_000, 1_000));
        timing.add(0, "dup-side-effects", "dup", time(4_000, 1_000));

        timing.print(Duration.ofSeconds(9), 2, new PrintWriter(text, true));

        assertThat(text.toString().lines().map(line -> line.replaceFirst("^(\\S+ +\\S+ +\\S+) .*", "$1")))
                .containsExactly(
                        "",
                        "seconds of        all",
                        "dup-side-effects  5.0    4.0",
                        "dup               4.0    3.0",
                        "happy             1.0    0.0",
                        "the runs took");
        assertThat(text.toString())
                .contains("took 9.0 s; with up to 2 at a time their waits alone take at least 7.0 s");
    }

    private static WallTime time(int visibilityMillis, int startsMillis) {
        return new WallTime(
                Duration.ofMillis(visibilityMillis + startsMillis),
                Map.of(
                        Use.VISIBILITY,
                        Duration.ofMillis(visibilityMillis),
                        Use.STARTS,
                        Duration.ofMillis(startsMillis)));
    }
}
