package dev.queuelab.lab.process;

import dev.queuelab.lab.waiting.Wait;
import dev.queuelab.lab.waiting.WaitException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Ends programs that are not ours when this one is killed. Ours watch their standard input for that; others need not. The
 * reaper is a small process which lives until the pipe to it closes, and that closes however this program ends; then it
 * kills what is left. No such program starts before the reaper has said that it is ready.
 */
final class ProcessReaper implements AutoCloseable {
    /** The line that its process prints as soon as it can take process ids. */
    static final String READY = "reaper ready";

    private static final Duration TO_START = Duration.ofSeconds(60);
    private static final Duration TO_END = Duration.ofSeconds(10);
    private static final Path NOWHERE = Path.of("/dev/null");

    private final ChildProcess process;
    private final OutputStream ids;

    private ProcessReaper(ChildProcess process, OutputStream ids) {
        this.process = process;
        this.ids = ids;
    }

    /**
     * Starts it, and waits until it is ready.
     *
     * @throws ChildException with its output, if it ends instead
     */
    static ProcessReaper start(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        ChildEnvironment.ofOurProgram().apply(builder.environment());
        AtomicBoolean ready = new AtomicBoolean();
        ProcessReaper reaper;
        try {
            Process process = builder.start();
            reaper = new ProcessReaper(
                    new ChildProcess(
                            "process reaper", process, NOWHERE, line -> ready.compareAndSet(false, line.equals(READY))),
                    process.getOutputStream());
        } catch (IOException e) {
            throw absent("", e);
        }
        reaper.await(ready);
        return reaper;
    }

    private void await(AtomicBoolean ready) {
        try {
            Wait.atMost(TO_START, "the process reaper to be ready")
                    .until(
                            () -> {
                                requireWell();
                                return ready.get() ? READY : "starting" + process.quotedTail();
                            },
                            state -> ready.get());
        } catch (WaitException e) {
            process.kill();
            throw absent("", e);
        }
    }

    long pid() {
        return process.pid();
    }

    /** @throws ChildException with its output, if it has ended */
    void requireWell() {
        try {
            process.requireWell();
        } catch (ChildException e) {
            throw absent("", e);
        }
    }

    /** @throws ChildException if it has ended */
    void watch(ChildProcess child) {
        requireWell();
        try {
            ids.write((child.pid() + "\n").getBytes(StandardCharsets.UTF_8));
            ids.flush();
        } catch (IOException e) {
            throw absent(process.quotedTail(), e);
        }
    }

    private static ChildException absent(String output, Exception cause) {
        return new ChildException(
                "programs that are not ours run only beside a process reaper, which ends them if this program is killed,"
                        + " and there is none: " + cause.getMessage() + output,
                cause);
    }

    /** Lets it end all that it knows of and still lives: also what a program has started that itself died unasked. */
    @Override
    public void close() {
        process.mayEnd();
        try {
            ids.close();
        } catch (IOException e) {
            // It has ended before.
        }
        if (!process.endsWithin(TO_END)) {
            process.kill();
        }
    }
}
