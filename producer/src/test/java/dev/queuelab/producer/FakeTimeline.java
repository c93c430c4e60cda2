package dev.queuelab.producer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/** Time that passes only while somebody waits, or when told to. */
final class FakeTimeline implements Timeline {
    final List<Duration> pauses = new ArrayList<>();

    private final LongSupplier overslept;
    private long now = 1_000_000_007; // no round number, and not zero
    private long stopAt = Long.MAX_VALUE;

    FakeTimeline() {
        this(() -> 0);
    }

    /** @param overslept by how many nanoseconds each wait that is one takes too long */
    FakeTimeline(LongSupplier overslept) {
        this.overslept = overslept;
    }

    void pass(Duration time) {
        now += time.toNanos();
    }

    void requestStopIn(Duration time) {
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
