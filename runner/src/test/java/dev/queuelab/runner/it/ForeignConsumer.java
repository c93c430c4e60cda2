package dev.queuelab.runner.it;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Objects;

/** A consumer in another language: the example of the guide, with one of its steps replaced by a faulty one. */
final class ForeignConsumer {
    private static final int OLDEST_NODE = 18;

    private ForeignConsumer() {}

    /** The consumer of the guide, as it is. */
    static Path example() {
        return Project.scripts().resolveSibling("docs").resolve("examples/consumer.js");
    }

    /** The command of a consumer that keeps a history. */
    static String telling(String mode) {
        return "node '" + script() + "' '" + example() + "' " + mode;
    }

    /** The command of a consumer that keeps none. */
    static String silent(String mode) {
        return telling(mode) + " silent";
    }

    private static Path script() {
        try {
            return Path.of(Objects.requireNonNull(ForeignConsumer.class.getResource("faulty-consumer.js"))
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static void requireNode() {
        assumeThat(nodeIsThere())
                .as("node, of version " + OLDEST_NODE + " or newer, is on the PATH")
                .isTrue();
    }

    private static boolean nodeIsThere() {
        try {
            Process node =
                    new ProcessBuilder("node", "-e", "process.exit(typeof fetch === 'function' ? 0 : 1)").start();
            return node.waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
