package dev.queuelab.core.process;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets a process end by itself after SIGTERM or SIGINT. The Java virtual machine would exit with 143 or 130 as soon as
 * its shutdown hooks return; this one's hook waits for the program to say with which code it ends.
 */
public final class Shutdown {
    private final CountDownLatch requested = new CountDownLatch(1);
    private final CountDownLatch finished = new CountDownLatch(1);
    private volatile int exitCode;

    private Shutdown() {}

    /**
     * From now on signals request the end instead of bringing it.
     *
     * @param atRequest runs once, on a thread of its own, when a signal arrives before {@link #finish}
     */
    public static Shutdown onSignals(Runnable atRequest) {
        Shutdown shutdown = new Shutdown();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> shutdown.hook(atRequest), "shutdown"));
        return shutdown;
    }

    /** One that no signal reaches: the process dies of them as any other. */
    public static Shutdown never() {
        return new Shutdown();
    }

    private void hook(Runnable atRequest) {
        if (finished.getCount() == 0) {
            return; // an ordinary exit
        }
        atRequest.run();
        requested.countDown();
        awaitUninterruptibly();
        Runtime.getRuntime().halt(exitCode);
    }

    private void awaitUninterruptibly() {
        while (true) {
            try {
                finished.await();
                return;
            } catch (InterruptedException e) {
                // Nobody interrupts the hook's thread; if somebody did, the program is still to finish.
            }
        }
    }

    public boolean requested() {
        return requested.getCount() == 0;
    }

    /** Asks for the end from within the program, as a signal would from without. */
    public void request() {
        requested.countDown();
    }

    /** Waits for {@code pause}, or less if the end is requested; returns whether it is. */
    public boolean requestedWithin(Duration pause) {
        try {
            return requested.await(pause.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** Waits until the end is requested. */
    public void await() {
        try {
            requested.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The last thing that the program does before {@code System.exit} with this code, which it returns. */
    public int finish(int code) {
        exitCode = code;
        finished.countDown();
        return code;
    }
}
