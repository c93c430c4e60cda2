package dev.queuelab.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A class of ours in a Java virtual machine of its own, which sees no environment but what it is given. */
final class JavaChild {
    private final Process process;
    private final Path out;
    private final Path err;

    /** How a child ended and what it said. */
    record Outcome(int exitCode, String out, String err) {}

    private JavaChild(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    static JavaChild start(Path folder, Map<String, String> variables, Class<?> main, String... args)
            throws IOException {
        Stream<String> command = Stream.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName());
        Path out = Files.createTempFile(folder, "child", ".out");
        Path err = Files.createTempFile(folder, "child", ".err");
        ProcessBuilder builder = new ProcessBuilder(
                        Stream.concat(command, Stream.of(args)).toList())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().clear();
        builder.environment().putAll(variables);
        return new JavaChild(builder.start(), out, err);
    }

    /** As {@code kill -9} does. */
    void kill() {
        process.destroyForcibly();
    }

    /** As {@code kill} does. */
    void terminate() {
        process.toHandle().destroy();
    }

    /** Waits until standard error has the text. */
    void awaitError(String text) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!Files.readString(err).contains(text)) {
            assertThat(System.nanoTime())
                    .as("within 30 s '%s' in %s", text, Files.readString(err))
                    .isLessThan(end);
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    Outcome await() throws IOException, InterruptedException {
        try {
            assertThat(process.waitFor(30, TimeUnit.SECONDS))
                    .as("ends within 30 s; so far it said %s", List.of(Files.readString(out), Files.readString(err)))
                    .isTrue();
        } finally {
            process.destroyForcibly();
        }
        return new Outcome(process.exitValue(), Files.readString(out), Files.readString(err));
    }
}
