package dev.queuelab.core.process;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Lets time pass; the one way to do so, so that tests need not. */
@FunctionalInterface
public interface Pause {

    /** Lets real time pass, all of it, whether or not the thread is interrupted. */
    Pause REAL = duration -> {
        long end = System.nanoTime() + duration.toNanos();
        for (long left = duration.toNanos(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    };

    void pause(Duration duration);
}
