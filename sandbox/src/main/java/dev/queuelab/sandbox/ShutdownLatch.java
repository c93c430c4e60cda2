package dev.queuelab.sandbox;

import java.util.concurrent.CountDownLatch;

/**
 * Blocks the main thread until the sandbox is to stop. A Java virtual machine exits with 143 or 130 after SIGTERM or
 * SIGINT, as soon as its shutdown hooks return; the hook here waits until the program has set its own exit code.
 */
final class ShutdownLatch {
    private final CountDownLatch released = new CountDownLatch(1);
    private final CountDownLatch finished = new CountDownLatch(1);
    private volatile int exitCode;

    private ShutdownLatch() {}

    /** One that SIGTERM and SIGINT release. They no longer end the process by themselves: {@link #finish} must follow. */
    static ShutdownLatch onSignal() {
        ShutdownLatch shutdown = new ShutdownLatch();
        Runtime.getRuntime().addShutdownHook(new Thread(shutdown::onShutdown, "shutdown"));
        return shutdown;
    }

    /** One that only {@link #release} releases, for tests. */
    static ShutdownLatch manual() {
        return new ShutdownLatch();
    }

    void release() {
        released.countDown();
    }

    /** Blocks until it is released. */
    void await() throws InterruptedException {
        released.await();
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
        release();
        try {
            finished.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(exitCode);
    }
}
