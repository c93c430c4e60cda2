package dev.queuelab.lab.stage;

import dev.queuelab.lab.waiting.Wait;
import dev.queuelab.scenarios.kit.Stopwatch;
import java.time.Duration;
import java.time.Instant;

/** A stopwatch whose waits end when a process of the play ends unasked. */
final class StageStopwatch implements Stopwatch {
    /** A wait of this length is reported, so that the run does not seem to hang. */
    private static final Duration LONG = Duration.ofSeconds(3);

    private static final Duration MARGIN = Duration.ofSeconds(10);

    private final StageServices services;
    private final long start = System.nanoTime();
    private final Instant startedAt;

    StageStopwatch(StageServices services) {
        this.services = services;
        this.startedAt = services.run().clock().instant();
    }

    @Override
    public Instant start() {
        return startedAt;
    }

    @Override
    public void await(Duration time, String why) {
        Duration left = time.minus(passed());
        if (left.compareTo(LONG) >= 0) {
            services.step("waiting " + left.toSeconds() + " s for " + why);
        }
        services.await(Wait.atMost(time.plus(MARGIN), why), this::passed, passed -> passed.compareTo(time) >= 0);
    }

    private Duration passed() {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
