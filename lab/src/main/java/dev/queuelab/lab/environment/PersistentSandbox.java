package dev.queuelab.lab.environment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.queuelab.core.toolbox.FileErrors;
import dev.queuelab.core.toolbox.Utf8File;
import dev.queuelab.lab.process.ChildEnvironment;
import dev.queuelab.lab.process.DetachedProcess;
import dev.queuelab.lab.process.Dist;
import dev.queuelab.lab.waiting.Wait;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A sandbox that stays up between runs. What is known of it stands in {@code .queue-lab/sandbox/} in the project's
 * folder: its process, its outputs document, its log.
 */
public final class PersistentSandbox {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Dist dist;
    private final Path folder;

    private PersistentSandbox(Dist dist) {
        this.dist = dist;
        this.folder = dist.project().resolve(".queue-lab").resolve("sandbox");
    }

    public static PersistentSandbox of(Dist dist) {
        return new PersistentSandbox(dist);
    }

    /** Its outputs document, if it is up; while it is starting, it is not. */
    public Optional<Outputs> outputs() {
        return process()
                .filter(DetachedProcess::isAlive)
                .filter(process -> Files.exists(document()))
                .map(process -> Outputs.read(document()));
    }

    /** The process that was started last, alive or not. */
    public Optional<DetachedProcess> process() {
        Path file = folder.resolve("process.json");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            JsonNode node = JSON.readTree(file.toFile());
            return Optional.of(new DetachedProcess(
                    node.path("pid").longValue(),
                    Instant.parse(node.path("started").asText())));
        } catch (IOException | DateTimeException e) {
            throw new EnvironmentException("cannot read " + file + ", which may be removed: " + e, e);
        }
    }

    /**
     * Starts it. The caller has made sure that it is not up.
     *
     * @param flags for the sandbox
     * @return its outputs document
     */
    public Outputs start(List<String> flags) {
        try {
            Files.createDirectories(folder);
            Files.deleteIfExists(document());
            List<String> all = new ArrayList<>(flags);
            all.add("--outputs=" + document());
            Path log = folder.resolve("sandbox.log");
            DetachedProcess process =
                    DetachedProcess.start(dist.command("sandbox", all), ChildEnvironment.ofOurProgram(), log);
            JSON.writeValue(
                    folder.resolve("process.json").toFile(),
                    JSON.createObjectNode()
                            .put("pid", process.pid())
                            .put("started", process.started().toString()));
            return awaitOutputs(process, log);
        } catch (IOException e) {
            throw new EnvironmentException(
                    "cannot keep the sandbox's state in " + folder + ": " + FileErrors.reason(e), e);
        }
    }

    private Outputs awaitOutputs(DetachedProcess process, Path log) {
        Wait.atMost(PATIENCE.multipliedBy(3), "the sandbox to be ready, which logs to " + log)
                .until(
                        () -> {
                            if (!process.isAlive()) {
                                throw new EnvironmentException("the sandbox did not start: " + lastLines(log));
                            }
                            return Files.exists(document());
                        },
                        there -> there);
        return Outputs.read(document());
    }

    private static String lastLines(Path log) throws IOException {
        List<String> lines = Utf8File.readLeniently(log).lines().toList();
        return String.join("\n    ", lines.subList(Math.max(0, lines.size() - 5), lines.size()));
    }

    /** Ends it, if it is up; returns whether it was. */
    public boolean end() {
        Optional<DetachedProcess> alive = process().filter(DetachedProcess::isAlive);
        alive.ifPresent(process -> process.end(PATIENCE));
        return alive.isPresent();
    }

    /** Holds off others that start or end it, until closed. */
    public FileChannel exclusively() {
        try {
            Files.createDirectories(folder);
            FileChannel channel =
                    FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            channel.lock();
            return channel;
        } catch (IOException e) {
            throw new EnvironmentException("cannot lock " + folder + ": " + FileErrors.reason(e), e);
        }
    }

    /** Where its outputs document is while it is up. */
    public Path document() {
        return folder.resolve("outputs.json");
    }
}
