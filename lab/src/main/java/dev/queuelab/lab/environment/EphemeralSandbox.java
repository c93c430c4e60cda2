package dev.queuelab.lab.environment;

import dev.queuelab.lab.process.ChildEnvironment;
import dev.queuelab.lab.process.ChildProcess;
import dev.queuelab.lab.process.Children;
import dev.queuelab.lab.process.Dist;
import dev.queuelab.lab.waiting.Wait;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** A sandbox that begins and ends with this program. */
final class EphemeralSandbox {
    private static final Duration TO_START = Duration.ofSeconds(60);
    private static final String READY = "sandbox ready";

    private final Children children;
    private final Outputs outputs;

    private EphemeralSandbox(Children children, Outputs outputs) {
        this.children = children;
        this.outputs = outputs;
    }

    static EphemeralSandbox start(Dist dist, OwnSandbox settings) {
        Children children = new Children();
        Path folder = temporaryFolder();
        try {
            Path document = folder.resolve("outputs.json");
            List<String> flags = new ArrayList<>(settings.flags());
            DeclaredStacks.of(settings.scenarios()).ifPresent(list -> flags.add("--stacks=" + file(folder, list)));
            flags.addAll(List.of("--exit-on-stdin-eof", "--outputs=" + document));
            AtomicBoolean ready = new AtomicBoolean();
            ChildProcess sandbox = children.start(
                    new ChildProcess.Launch(
                            "sandbox",
                            dist.command("sandbox", flags),
                            ChildEnvironment.ofOurProgram(),
                            folder.resolve("sandbox.log")),
                    line -> ready.compareAndSet(false, line.startsWith(READY)));
            awaitReady(sandbox, ready);
            return new EphemeralSandbox(children, Outputs.read(document));
        } catch (RuntimeException e) {
            children.close();
            throw e;
        } finally {
            delete(folder);
        }
    }

    private static void awaitReady(ChildProcess sandbox, AtomicBoolean ready) {
        Wait.atMost(TO_START, "the sandbox to be ready")
                .until(
                        () -> {
                            sandbox.requireWell();
                            return ready.get() ? "ready" : "starting" + sandbox.quotedTail();
                        },
                        state -> ready.get());
    }

    Outputs outputs() {
        return outputs;
    }

    void close() {
        children.close();
    }

    private static Path file(Path folder, String stacks) {
        try {
            return Files.writeString(folder.resolve("stacks.json"), stacks);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("queue-lab-sandbox-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As soon as the sandbox is ready, so that nothing is left however this program ends; only its log still grows, unseen. */
    private static void delete(Path folder) {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove " + folder, e);
        }
    }
}
