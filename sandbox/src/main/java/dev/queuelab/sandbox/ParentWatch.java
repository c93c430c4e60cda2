package dev.queuelab.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Ends this process when its parent does. The parent holds the other end of standard input; however it dies,
 * {@code kill -9} included, the operating system closes it.
 */
final class ParentWatch {
    /** The exit code of a process that ended because its parent did. */
    static final int ORPHANED = 1;

    private ParentWatch() {}

    /** Watches on a daemon thread until {@code input} ends, then runs {@code atEnd}. */
    static void start(InputStream input, Runnable atEnd) {
        Thread thread = new Thread(
                () -> {
                    awaitEnd(input);
                    atEnd.run();
                },
                "parent-watch");
        thread.setDaemon(true);
        thread.start();
    }

    private static void awaitEnd(InputStream input) {
        try {
            input.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            // A standard input that cannot be read has ended, too.
        }
    }
}
