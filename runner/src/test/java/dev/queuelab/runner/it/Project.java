package dev.queuelab.runner.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A project's folder with {@code dist/} in it, and thereby an {@code .env} and a kept-up sandbox of its own. The jars
 * are copies: where a program was started from is told after symbolic links are followed.
 */
record Project(Path folder) {
    private static final Path BUILT = Path.of(Objects.requireNonNull(
                    System.getProperty("queuelab.dist"), "the system property queuelab.dist: where the jars are"))
            .toAbsolutePath();

    private static final List<String> QUICK_START =
            List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto", "-Xlog:disable");

    static Project in(Path folder) {
        Project project = new Project(folder.toAbsolutePath());
        try {
            Files.createDirectories(project.dist());
            for (String program : List.of("runner", "consumer", "producer", "gateway", "sandbox")) {
                Files.copy(BUILT.resolve(program + ".jar"), project.jar(program));
            }
            return project;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes start-up archives, with which programs start in half the time. */
    Project warmedUp() {
        List<String> command = new ArrayList<>(List.of(java()));
        command.addAll(QUICK_START);
        command.addAll(List.of(
                "-XX:ArchiveClassesAtExit=" + runnerArchive(),
                "-jar",
                jar("runner").toString()));
        command.add("warm-up");
        Program.start(new ProcessBuilder(command)).exitsWith(0);
        assertThat(dist().resolve("cds")).isDirectoryContaining("glob:**/consumer.jsa");
        return this;
    }

    Path dist() {
        return folder.resolve("dist");
    }

    Path jar(String program) {
        return dist().resolve(program + ".jar");
    }

    Path dotEnv() {
        return folder.resolve(".env");
    }

    /** Where the real project keeps its scripts. */
    static Path scripts() {
        return BUILT.resolveSibling("scripts");
    }

    private Path runnerArchive() {
        return dist().resolve("runner.jsa");
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** Starts {@code runner.jar} in the folder {@code where}. */
    Program runner(Path where, String... arguments) {
        return runner(where, Map.of(), arguments);
    }

    Program runner(Path where, Map<String, String> variables, String... arguments) {
        List<String> command = new ArrayList<>(List.of(java()));
        command.addAll(QUICK_START);
        command.addAll(List.of(
                "-XX:SharedArchiveFile=" + runnerArchive(),
                "-jar",
                jar("runner").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(where.toFile());
        // The page of the job that these tests may be part of is not that of the runs in them.
        builder.environment().remove("GITHUB_STEP_SUMMARY");
        builder.environment().putAll(variables);
        return Program.start(builder);
    }

    /** Starts {@code gateway.jar} in the folder {@code where}. */
    Program gateway(Path where, String... arguments) {
        List<String> command = new ArrayList<>(List.of(java()));
        command.addAll(QUICK_START);
        command.addAll(List.of("-jar", jar("gateway").toString()));
        command.addAll(List.of(arguments));
        return Program.start(new ProcessBuilder(command).directory(where.toFile()));
    }

    /** Runs a line of bash in this project's folder. */
    Program shell(String line) {
        return Program.start(new ProcessBuilder("bash", "-c", line).directory(folder.toFile()));
    }

    void delete() {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
