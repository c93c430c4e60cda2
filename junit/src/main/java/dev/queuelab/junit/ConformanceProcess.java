package dev.queuelab.junit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * {@code runner.jar conformance} as a child. It ends in order when this JVM does, or when the waiting thread is interrupted, as
 * by a timeout of JUnit; a JVM that is killed leaves it to come to its own end.
 */
final class ConformanceProcess {
    /** Held, broken, less judged than was asked for: with each of these there are results. */
    private static final Set<Integer> WITH_RESULTS = Set.of(0, 1, 3);

    private static final int LAST_LINES = 20;
    private static final int SECONDS_TO_END = 60;

    private ConformanceProcess() {}

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /**
     * Plays to the end.
     *
     * @param where the folder that the consumer is started in
     * @throws QueueLabException if there are no results
     */
    static List<CaseResult> play(Dist dist, List<String> arguments, Path where) {
        try {
            Path folder = newFolder();
            Path console = folder.resolve("console.txt");
            Path results = folder.resolve("results.xml");
            List<String> command =
                    new ArrayList<>(List.of(java(), "-jar", dist.runner().toString()));
            command.addAll(arguments);
            command.addAll(List.of("--junit-xml=" + results, "--run-dir=" + folder.resolve("runs")));
            int code = exitCode(new ProcessBuilder(command)
                    .directory(where.toAbsolutePath().toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(console.toFile())
                    .start());
            if (!WITH_RESULTS.contains(code)) {
                throw new QueueLabException(
                        "runner.jar ended with exit code " + code + " (" + console + "):\n" + lastLines(console));
            }
            return CaseResults.read(results);
        } catch (IOException e) {
            throw new QueueLabException("cannot play conformance: " + e.getMessage(), e);
        }
    }

    /** Where the build leaves what it makes: Gradle's folder, or Maven's. */
    private static Path newFolder() throws IOException {
        Path build = Path.of(Files.isDirectory(Path.of("build")) ? "build" : "target")
                .resolve("queue-lab");
        return Files.createTempDirectory(Files.createDirectories(build.toAbsolutePath()), "conformance-");
    }

    private static int exitCode(Process process) {
        Thread end = new Thread(process::destroy, "end of Queue Lab");
        Runtime.getRuntime().addShutdownHook(end);
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            end(process);
            Thread.currentThread().interrupt();
            throw new QueueLabException("interrupted while conformance was played", e);
        } finally {
            forget(end);
        }
    }

    /** The runner takes some seconds to end what it has started. */
    private static void end(Process process) {
        process.destroy();
        try {
            if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
        }
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // This JVM is ending, and the hook does its work.
        }
    }

    private static String lastLines(Path console) throws IOException {
        List<String> lines = new String(Files.readAllBytes(console), StandardCharsets.UTF_8)
                .lines()
                .toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
    }
}
