package dev.queuelab.runner.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/**
 * Plays of {@code conformance}, each with a consumer of its own. They mostly wait, so a few of them run side by side: each has
 * a sandbox, and more would keep each other from starting in time.
 */
final class ConformancePrograms implements AutoCloseable {
    private final Project project;
    private final Path folder;
    private final ExecutorService few = Executors.newFixedThreadPool(4);
    private final Queue<Program> started = new ConcurrentLinkedQueue<>();
    private final Map<String, Future<Program>> programs = new HashMap<>();

    /** @param folder where each has a folder for its runs, by its name */
    ConformancePrograms(Project project, Path folder) {
        this.project = project;
        this.folder = folder;
    }

    /** Plays it soon. */
    void play(String name, String command, String... arguments) {
        String[] all = Stream.concat(
                        Stream.of(
                                "conformance",
                                "--visibility-timeout=4", // for machines that are busy
                                "--run-dir=" + name,
                                "--consumer-cmd=" + command),
                        Stream.of(arguments))
                .toArray(String[]::new);
        programs.put(name, few.submit(() -> {
            Program program = project.runner(folder, all);
            started.add(program);
            program.exitCode();
            return program;
        }));
    }

    /** The play of this name, once it has ended. */
    Program get(String name) {
        try {
            return Objects.requireNonNull(programs.get(name)).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The check of the scenario, and with it the play, fails. */
    void breaks(String name, String scenario, String check) {
        assertThat(get(name).exitsWith(1)).containsPattern("\n" + scenario + " +BROKEN .* " + check + "\n");
    }

    @Override
    public void close() {
        few.shutdownNow();
        started.forEach(Program::close);
    }
}
