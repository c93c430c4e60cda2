package dev.queuelab.producer.cli;

import dev.queuelab.core.process.Shutdown;
import dev.queuelab.producer.sending.StoppableClock;
import java.time.Duration;

/** The time of this process, until it is asked to shut down. */
record ProcessClock(Shutdown shutdown) implements StoppableClock {

    @Override
    public long nanos() {
        return System.nanoTime();
    }

    @Override
    public boolean stopRequestedWithin(Duration pause) {
        return shutdown.requestedWithin(pause);
    }
}
