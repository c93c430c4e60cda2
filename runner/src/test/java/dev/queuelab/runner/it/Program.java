package dev.queuelab.runner.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A program that a test has started, with what it has printed so far, on either stream. */
final class Program implements AutoCloseable {
    /** Only a program that hangs takes as long. */
    private static final Duration LIMIT = Duration.ofMinutes(10);

    private static final Pattern BAD = Pattern.compile("^ *(FAIL|UNKNOWN|BLIND|UNSTABLE|BROKEN) ");

    private final String command;
    private final Process process;
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Thread reader;

    private Program(String command, Process process) {
        this.command = command;
        this.process = process;
        this.reader = new Thread(this::readLines, "output of " + process.pid());
        reader.setDaemon(true);
        reader.start();
    }

    static Program start(ProcessBuilder builder) {
        try {
            Process process = builder.redirectErrorStream(true).start();
            process.getOutputStream().close();
            return new Program(String.join(" ", builder.command()), process);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void readLines() {
        try (BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            output.lines().forEach(lines::add);
        } catch (IOException | UncheckedIOException e) {
            lines.add("(no more could be read: " + e + ")");
        }
    }

    /** Waits until it has printed a line with {@code text} in it; fails as soon as it ends without. */
    Program awaitLine(String text) {
        await().atMost(LIMIT)
                .failFast(
                        this + " has ended without printing \"" + text + "\"",
                        () -> !reader.isAlive() && !printed(text))
                .until(() -> printed(text));
        return this;
    }

    boolean printed(String text) {
        return lines.stream().anyMatch(line -> line.contains(text));
    }

    /** Waits for its end, and requires that it ended with {@code code}; returns what it printed. */
    String exitsWith(int code) {
        assertThat(exitCode()).as("exit code of %s", this).isEqualTo(code);
        return output();
    }

    int exitCode() {
        try {
            assertThat(process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS))
                    .as("%s has ended", this)
                    .isTrue();
            reader.join(LIMIT.toMillis());
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    String output() {
        return String.join("\n", lines);
    }

    /** The processes that it has started, and those that they have. */
    List<ProcessHandle> children() {
        try (Stream<ProcessHandle> children = process.descendants()) {
            return children.toList();
        }
    }

    void kill() {
        process.destroyForcibly();
    }

    /** What Ctrl-C does. */
    void interrupt() {
        start(new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))).exitsWith(0);
    }

    /** Whether this process ignores SIGINT (signal 2), as one does that a shell started in the background. */
    static boolean interruptIsIgnored() throws IOException {
        Path status = Path.of("/proc/self/status");
        return Files.exists(status)
                && Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("SigIgn:"))
                        .anyMatch(line -> (Integer.parseInt(line.substring(line.length() - 1), 16) & 2) != 0);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    /** Verdicts that did not come out well stand first: a page of results may cut a long text short. */
    @Override
    public String toString() {
        String bad = lines.stream().filter(line -> BAD.matcher(line).find()).collect(Collectors.joining("\n"));
        return command + (bad.isEmpty() ? "" : ", which said\n" + bad + "\n") + ", which printed:\n" + output() + "\n";
    }
}
