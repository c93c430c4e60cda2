package dev.queuelab.gateway.fault;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The time of the machine. Actions run on one thread, which does not keep the program alive. */
public final class SystemTime implements Time {
    private final Clock clock;
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, action -> {
        Thread thread = new Thread(action, "gateway-time");
        thread.setDaemon(true);
        return thread;
    });

    public SystemTime(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Instant now() {
        return clock.instant();
    }

    @Override
    public void after(Duration delay, Runnable action) {
        var unused = timer.schedule(action, delay.toMillis(), TimeUnit.MILLISECONDS);
    }
}
