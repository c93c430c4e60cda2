package dev.queuelab.core.process;

import java.io.IOException;
import java.io.InputStream;

/**
 * Ends this process when its parent does. The parent holds the other end of standard input; however it dies,
 * {@code kill -9} included, the operating system closes it.
 */
public final class ParentWatch {
    /** The exit code of a process that ended because its parent did. */
    public static final int ORPHANED = 1;

    private ParentWatch() {}

    /** Watches in the background until {@code input} ends, then halts. */
    public static void start(InputStream input) {
        Thread thread = new Thread(
                () -> {
                    awaitEnd(input);
                    Runtime.getRuntime().halt(ORPHANED);
                },
                "parent-watch");
        thread.setDaemon(true);
        thread.start();
    }

    private static void awaitEnd(InputStream input) {
        try {
            input.transferTo(java.io.OutputStream.nullOutputStream());
        } catch (IOException e) {
            // A standard input that cannot be read has ended, too.
        }
    }
}
