package dev.queuelab.runner.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A program of somebody else's, run to its end. */
public final class Tool {
    private Tool() {}

    /** How it ended, and what it printed. */
    public record Output(int exitCode, String out, String err) {}

    /** Runs {@code command}; {@link ChildException} if it cannot be started. */
    public static Output run(List<String> command) {
        try {
            Path err = Files.createTempFile("queue-lab-", ".err");
            try {
                Process process = new ProcessBuilder(command)
                        .redirectInput(ProcessBuilder.Redirect.from(
                                Path.of("/dev/null").toFile()))
                        .redirectError(err.toFile())
                        .start();
                String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                return new Output(process.waitFor(), out, Files.readString(err));
            } finally {
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
