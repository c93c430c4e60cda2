package dev.queuelab.lab.runstore;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/**
 * What the build recorded of itself.
 *
 * @param commit abbreviated, with a note if the files differed from it; "unknown" if it was not built in a repository
 */
public record BuildInfo(String version, String commit) {

    public static BuildInfo read() {
        Properties properties = new Properties();
        try (InputStream file =
                Objects.requireNonNull(BuildInfo.class.getResourceAsStream("build.properties"), "build.properties")) {
            properties.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read build.properties: " + e, e);
        }
        String commit = properties.getProperty("commit", "unknown");
        boolean dirty = Boolean.parseBoolean(properties.getProperty("dirty"));
        return new BuildInfo(
                properties.getProperty("version", "unknown"), dirty ? commit + " with local changes" : commit);
    }
}
