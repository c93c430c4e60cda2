package dev.queuelab.runner.process;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/**
 * The folder that holds the four programs side by side, wherever it was moved to, and the project's folder around it.
 */
public record Dist(Path folder) {
    private static final String OVERRIDE = "queuelab.dist";

    /** The folder that this program was started from; for tests, the system property {@code queuelab.dist}. */
    public static Dist locate() {
        String override = System.getProperty(OVERRIDE);
        return new Dist(
                override == null ? folderOfThisProgram() : Path.of(override).toAbsolutePath());
    }

    private static Path folderOfThisProgram() {
        try {
            Path jar = Path.of(Dist.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return Objects.requireNonNull(jar.toAbsolutePath().getParent(), "a jar is in a folder");
        } catch (URISyntaxException e) {
            throw new IllegalStateException("cannot tell where this program was started from", e);
        }
    }

    /**
     * The program's jar.
     *
     * @throws ChildException if it is not there
     */
    public Path jar(String program) {
        Path jar = folder.resolve(program + ".jar");
        if (!Files.isRegularFile(jar)) {
            throw new ChildException(jar + " is missing: the four jars belong side by side; `make dist` builds them");
        }
        return jar;
    }

    /** The folder around it: where {@code terraform/}, {@code .env} and the state of a kept-up sandbox are. */
    public Path project() {
        Path parent = folder.getParent();
        return parent == null ? folder : parent;
    }
}
