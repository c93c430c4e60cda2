package dev.queuelab.lab.process;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Ends programs that are not ours when this one is killed. Ours watch their standard input for that; others need not. The
 * reaper is a small process which lives until the pipe to it closes, and that closes however this program ends; then it
 * kills what is left.
 */
final class ProcessReaper implements AutoCloseable {
    private static final Duration TO_END = Duration.ofSeconds(10);

    private final Process process;
    private final OutputStream ids;

    private ProcessReaper(Process process) {
        this.process = process;
        this.ids = process.getOutputStream();
    }

    static ProcessReaper start(Dist dist) {
        try {
            return new ProcessReaper(new ProcessBuilder(dist.reaperCommand())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start());
        } catch (IOException e) {
            throw new ChildException("cannot start the reaper of programs that are not ours: " + e.getMessage(), e);
        }
    }

    void watch(ChildProcess child) {
        try {
            ids.write((child.pid() + "\n").getBytes(StandardCharsets.UTF_8));
            ids.flush();
        } catch (IOException e) {
            throw new ChildException("the reaper of programs that are not ours has ended: " + e.getMessage(), e);
        }
    }

    /** Lets it end all that it knows of and still lives: also what a program has started that itself died unasked. */
    @Override
    public void close() {
        try {
            ids.close();
            if (!process.waitFor(TO_END.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            process.destroyForcibly(); // it has ended before
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
