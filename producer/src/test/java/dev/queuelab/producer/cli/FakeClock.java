package dev.queuelab.producer.cli;

import dev.queuelab.producer.sending.StoppableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/** Time that passes only while somebody waits, or when a test makes it. */
public final class FakeClock implements StoppableClock {
    public final List<Duration> pauses = new ArrayList<>();

    private final LongSupplier overslept;
    private long now = 1_000_000_007; // no round number, and not zero
    private long stopAt = Long.MAX_VALUE;

    public FakeClock() {
        this(() -> 0);
    }

    /** @param overslept by how many nanoseconds each wait that is one takes too long */
    public FakeClock(LongSupplier overslept) {
        this.overslept = overslept;
    }

    public void pass(Duration time) {
        now += time.toNanos();
    }

    public void requestStopIn(Duration time) {
        stopAt = now + time.toNanos();
    }

    @Override
    public long nanos() {
        return now;
    }

    @Override
    public boolean stopRequestedWithin(Duration pause) {
        if (!pause.isZero()) {
            pauses.add(pause);
            now = Math.min(Math.max(now, stopAt), now + pause.toNanos() + overslept.getAsLong());
        }
        return now >= stopAt;
    }
}
