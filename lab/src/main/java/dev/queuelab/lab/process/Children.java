package dev.queuelab.lab.process;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The children of one play. None outlives it: closing ends them, so does the end of this program, and where this
 * program is killed, their standard input ends, which they watch; those that need not are left to a {@link #reap reaper}.
 */
public final class Children implements AutoCloseable {
    private static final Duration POLITE = Duration.ofSeconds(15);
    private static final Duration FORCED = Duration.ofSeconds(5);

    private final List<ChildProcess> children = new CopyOnWriteArrayList<>();
    private @Nullable ProcessReaper reaper;
    private final Thread atExit = new Thread(() -> children.forEach(ChildProcess::kill), "end-children");

    public Children() {
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /** Starts a child whose lines of output also go to {@code echo}. */
    public ChildProcess start(ChildProcess.Launch launch, Consumer<String> echo) {
        ProcessBuilder builder = new ProcessBuilder(launch.command()).redirectErrorStream(true);
        launch.environment().apply(builder.environment());
        try {
            ChildProcess child = new ChildProcess(launch.name(), builder.start(), launch.log(), echo);
            children.add(child);
            return child;
        } catch (IOException e) {
            throw new ChildException("cannot start " + launch.name() + ": " + e.getMessage(), e);
        }
    }

    /** Makes sure that a child which need not watch its standard input does not outlive this program either. */
    public synchronized void reap(ChildProcess child, Dist dist) {
        if (reaper == null) {
            reaper = ProcessReaper.start(dist);
        }
        reaper.watch(child);
        child.mayStartOthers();
    }

    /** Makes sure that no child has ended unasked. */
    public void requireWell() {
        children.forEach(ChildProcess::requireWell);
    }

    /** Asks all that still live to end, and ends those that do not. */
    @Override
    public void close() {
        children.forEach(ChildProcess::terminate);
        for (ChildProcess child : children) {
            try {
                child.awaitExit(POLITE);
            } catch (ChildException e) {
                child.kill();
                child.awaitExit(FORCED);
            }
        }
        removeHook();
        closeReaper();
    }

    private synchronized void closeReaper() {
        if (reaper != null) {
            reaper.close();
        }
    }

    private void removeHook() {
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            // The program is ending, and the hook is at work.
        }
    }
}
