package dev.queuelab.runner.it;

import dev.queuelab.core.aws.AwsAccess;
import dev.queuelab.lab.environment.Environment;
import dev.queuelab.lab.environment.Environments;
import dev.queuelab.lab.environment.OwnSandbox;
import dev.queuelab.lab.process.Dist;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.opentest4j.TestAbortedException;

/** A sandbox, and the AWS SDK for JavaScript, for all tests of faults; each test makes queues and tables of its own. */
final class SharedServices implements AutoCloseable {
    private final Environment sandbox = Environments.ownSandbox(Dist.locate(), OwnSandbox.USUAL);
    private Optional<Path> node = Optional.empty();
    private Optional<TestAbortedException> whyNot = Optional.empty();

    private SharedServices() {}

    static SharedServices of(ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(SharedServices.class))
                .computeIfAbsent(SharedServices.class, key -> new SharedServices(), SharedServices.class);
    }

    AwsAccess.Endpoints endpoints() {
        return sandbox.outputs().endpoints().orElseThrow();
    }

    /**
     * A folder in which Node.js finds the SDK. It is installed once, or found once to be impossible.
     *
     * @throws TestAbortedException with the reason, if it cannot be installed
     */
    synchronized Path nodeFolder() {
        whyNot.ifPresent(reason -> {
            throw reason;
        });
        if (node.isEmpty()) {
            try {
                node = Optional.of(Files.createTempDirectory("queue-lab-node-"));
                NodeSdk.install(node.get());
            } catch (TestAbortedException e) {
                whyNot = Optional.of(e);
                throw e;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return node.get();
    }

    @Override
    public void close() throws IOException {
        sandbox.close();
        if (node.isPresent()) {
            try (Stream<Path> files = Files.walk(node.get())) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
