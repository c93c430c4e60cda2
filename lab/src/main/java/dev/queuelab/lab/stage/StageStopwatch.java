package dev.queuelab.lab.stage;

import dev.queuelab.lab.waiting.Wait;
import dev.queuelab.scenarios.kit.Stopwatch;
import java.time.Duration;

/** A stopwatch whose waits end when a process of the play ends unasked. */
final class StageStopwatch implements Stopwatch {
    /** A wait of this length is told of, lest the play seem to hang. */
    private static final Duration LONG = Duration.ofSeconds(3);

    private static final Duration MARGIN = Duration.ofSeconds(10);

    private final ScenarioStage stage;
    private final long start = System.nanoTime();

    StageStopwatch(ScenarioStage stage) {
        this.stage = stage;
    }

    @Override
    public void await(Duration time, String why) {
        Duration left = time.minus(passed());
        if (left.compareTo(LONG) >= 0) {
            stage.scene().narrator().step("waiting " + left.toSeconds() + " s for " + why);
        }
        stage.await(Wait.atMost(time.plus(MARGIN), why), this::passed, passed -> passed.compareTo(time) >= 0);
    }

    private Duration passed() {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
