package dev.queuelab.runner.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The end of this program by SIGINT or SIGTERM while a command is at work. The shutdown hooks end all children, so that
 * the result of a run from then on means nothing. A thread that calls {@link #requireNone} then waits for the end.
 */
final class Interruption implements AutoCloseable {
    private final AtomicBoolean requested = new AtomicBoolean();
    private final Thread hook;

    /** @param atRequest is done once, on a thread of its own */
    Interruption(Runnable atRequest) {
        this.hook = new Thread(
                () -> {
                    requested.set(true);
                    atRequest.run();
                },
                "interruption");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Returns at once, or if the program is being ended, never. */
    void requireNone() {
        if (requested.get()) {
            awaitTheEnd();
        }
    }

    /** From now on the program may end. */
    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            awaitTheEnd(); // the hooks are at work
        }
    }

    private static void awaitTheEnd() {
        CountDownLatch never = new CountDownLatch(1);
        while (true) {
            try {
                never.await();
            } catch (InterruptedException e) {
                // The end is near all the same.
            }
        }
    }
}
