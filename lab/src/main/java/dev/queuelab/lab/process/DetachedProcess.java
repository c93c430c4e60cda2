package dev.queuelab.lab.process;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A process that outlives this program. It is known again by its id together with the moment it started, since the
 * operating system reuses ids.
 */
public record DetachedProcess(long pid, Instant started) {

    /** Starts {@code command}, with its output in {@code log} and nothing on its standard input. */
    public static DetachedProcess start(List<String> command, ChildEnvironment environment, Path log) {
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
            environment.apply(builder.environment());
            Process process = builder.start();
            return new DetachedProcess(process.pid(), startOf(process.toHandle()));
        } catch (IOException e) {
            throw new ChildException("cannot start " + command.get(0) + ": " + e.getMessage(), e);
        }
    }

    public boolean isAlive() {
        return handle().isPresent();
    }

    /** Sends SIGTERM, and after {@code patience} SIGKILL, to this process and to no other that has its id. */
    public void end(Duration patience) {
        handle().ifPresent(process -> {
            process.destroy();
            if (!hasEndedWithin(process, patience)) {
                process.destroyForcibly();
                hasEndedWithin(process, patience);
            }
        });
    }

    private Optional<ProcessHandle> handle() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process -> startOf(process).equals(started));
    }

    private static boolean hasEndedWithin(ProcessHandle process, Duration patience) {
        try {
            process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Instant startOf(ProcessHandle process) {
        return process.info().startInstant().orElse(Instant.EPOCH);
    }
}
