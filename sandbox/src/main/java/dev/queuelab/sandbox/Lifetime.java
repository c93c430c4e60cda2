package dev.queuelab.sandbox;

import java.util.concurrent.CountDownLatch;

/**
 * How long the sandbox stays up. A Java virtual machine exits with 143 or 130 after SIGTERM or SIGINT, as soon as its
 * shutdown hooks return; the hook here waits until the program says with which code it ends.
 */
final class Lifetime {
    private final CountDownLatch ended = new CountDownLatch(1);
    private final CountDownLatch finished = new CountDownLatch(1);
    private volatile int exitCode;

    private Lifetime() {}

    /** One that SIGTERM and SIGINT end. From here on these signals do not kill the process: {@link #finish} must follow. */
    static Lifetime untilSignalled() {
        Lifetime lifetime = new Lifetime();
        Runtime.getRuntime().addShutdownHook(new Thread(lifetime::onShutdown, "shutdown"));
        return lifetime;
    }

    /** One that only {@link #end} ends, for tests. */
    static Lifetime untilToldTo() {
        return new Lifetime();
    }

    void end() {
        ended.countDown();
    }

    /** Blocks until the end has come. */
    void await() throws InterruptedException {
        ended.await();
    }

    /** The last thing the program does before {@code System.exit} with this code. */
    void finish(int code) {
        exitCode = code;
        finished.countDown();
    }

    private void onShutdown() {
        if (finished.getCount() == 0) {
            return; // System.exit after finish: the code is right already
        }
        end();
        try {
            finished.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(exitCode);
    }
}
