package dev.queuelab.lab.process;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The children of one play. None outlives it: closing ends them, so does the end of this program, and where this
 * program is killed, their standard input ends, which they watch; those that need not are left to a
 * {@link #startForeign reaper}.
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

    /**
     * The same for a program that is not ours, which need not watch its standard input: it and what it starts do not
     * outlive this program either.
     *
     * @throws ChildException if the reaper that sees to this is not there; the program is then not running
     */
    public ChildProcess startForeign(ChildProcess.Launch launch, Consumer<String> echo, Dist dist) {
        ProcessReaper reaperNow = reaper(dist);
        ChildProcess child = start(launch, echo);
        child.mayStartOthers();
        try {
            reaperNow.watch(child);
            return child;
        } catch (ChildException e) {
            child.kill();
            throw e;
        }
    }

    private synchronized ProcessReaper reaper(Dist dist) {
        if (reaper == null) {
            reaper = ProcessReaper.start(dist.reaperCommand());
        }
        return reaper;
    }

    /** Makes sure that no child has ended unasked, nor the reaper. */
    public synchronized void requireWell() {
        children.forEach(ChildProcess::requireWell);
        if (reaper != null) {
            reaper.requireWell();
        }
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
