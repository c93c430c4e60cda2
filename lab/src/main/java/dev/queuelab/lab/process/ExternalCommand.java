package dev.queuelab.lab.process;

import dev.queuelab.core.toolbox.Utf8File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** A program of somebody else's, run to its end. */
public final class ExternalCommand {
    private ExternalCommand() {}

    /** How it ended, and what it printed. */
    public record Output(int exitCode, String out, String err) {}

    /**
     * Runs {@code command}, in this program's environment less the variables {@code withheld}.
     *
     * @throws ChildException if it cannot be started, or has not ended within {@code limit}, in which case it is ended
     */
    public static Output run(List<String> command, Set<String> withheld, Duration limit) {
        try {
            Path out = Files.createTempFile("queue-lab-", ".out");
            Path err = Files.createTempFile("queue-lab-", ".err");
            try {
                ProcessBuilder builder = new ProcessBuilder(command)
                        .redirectInput(ProcessBuilder.Redirect.from(
                                Path.of("/dev/null").toFile()))
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile());
                builder.environment().keySet().removeAll(withheld);
                Process process = builder.start();
                if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                    process.descendants().forEach(ProcessHandle::destroyForcibly);
                    process.destroyForcibly();
                    throw new ChildException(command.get(0) + " has not ended within " + limit.toSeconds() + " s: "
                            + Utf8File.readLeniently(err).strip());
                }
                return new Output(process.exitValue(), Utf8File.readLeniently(out), Utf8File.readLeniently(err));
            } finally {
                Files.delete(out);
                Files.delete(err);
            }
        } catch (IOException e) {
            throw new ChildException("cannot run " + command.get(0) + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ChildException("interrupted while running " + command.get(0), e);
        }
    }
}
