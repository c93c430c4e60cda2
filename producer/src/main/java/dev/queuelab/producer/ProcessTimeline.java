package dev.queuelab.producer;

import dev.queuelab.core.process.Shutdown;
import java.time.Duration;

/** The time of this process, until it is asked to shut down. */
record ProcessTimeline(Shutdown shutdown) implements Timeline {

    @Override
    public long nanos() {
        return System.nanoTime();
    }

    @Override
    public boolean stopRequestedWithin(Duration pause) {
        return shutdown.requestedWithin(pause);
    }
}
