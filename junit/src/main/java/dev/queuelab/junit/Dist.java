package dev.queuelab.junit;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The folder with the programs of Queue Lab: that which the system property names, or that which this jar lies in. */
record Dist(Path folder) {
    static final String PROPERTY = "queuelab.dist";

    /** @throws QueueLabException if {@code runner.jar} is not there */
    static Dist locate() {
        String named = System.getProperty(PROPERTY);
        Dist dist = new Dist(named == null ? folderOfThisJar() : Path.of(named).toAbsolutePath());
        if (!Files.isRegularFile(dist.runner())) {
            throw new QueueLabException(dist.runner() + " is missing: expected queue-lab-junit.jar beside it, or the"
                    + " system property " + PROPERTY + " to name its folder; `make dist` of Queue Lab builds both");
        }
        return dist;
    }

    Path runner() {
        return folder.resolve("runner.jar");
    }

    private static Path folderOfThisJar() {
        @Nullable CodeSource source = Dist.class.getProtectionDomain().getCodeSource();
        try {
            Path jar = Path.of(Objects.requireNonNull(source, "the place of this class")
                    .getLocation()
                    .toURI());
            return Objects.requireNonNull(jar.toAbsolutePath().getParent(), "a jar is in a folder");
        } catch (URISyntaxException e) {
            throw new QueueLabException("cannot find the folder of queue-lab-junit.jar; set " + PROPERTY, e);
        }
    }
}
