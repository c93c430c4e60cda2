package dev.queuelab.lab.process;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The folder that holds the programs side by side, wherever it was moved to, and the project's folder around it.
 *
 * @param newArchives where programs are to leave start-up archives; if empty, they use those that are in {@code cds/}
 */
public record Dist(Path folder, Optional<Path> newArchives) {
    private static final String OVERRIDE = "queuelab.dist";

    /** The folder that this program was started from; for tests, the system property {@code queuelab.dist}. */
    public static Dist locate() {
        String override = System.getProperty(OVERRIDE);
        Path folder =
                override == null ? folderOfThisProgram() : Path.of(override).toAbsolutePath();
        return new Dist(folder, Optional.empty());
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
            throw new IllegalStateException("cannot find the folder that this program was started from", e);
        }
    }

    private Path jar(String program) {
        Path jar = folder.resolve(program + ".jar");
        if (!Files.isRegularFile(jar)) {
            throw new ChildException(jar + " is missing: the jars belong side by side; `make dist` builds them");
        }
        return jar;
    }

    /** The same programs, which leave archives of the classes that they load in {@code folder}. */
    public Dist makingArchivesIn(Path folder) {
        return new Dist(this.folder, Optional.of(folder));
    }

    /** Where the start-up archives of these programs are (application class data sharing); any may be missing. */
    public Path archives() {
        return folder.resolve("cds");
    }

    /**
     * The command that runs a program with these arguments.
     *
     * @throws ChildException if its jar is not there
     */
    public List<String> command(String program, List<String> arguments) {
        String archive = program + ".jsa";
        List<String> flags = newArchives
                .map(made -> JavaCommand.making(made.resolve(archive)))
                .orElseGet(() -> JavaCommand.using(archives().resolve(archive)));
        return JavaCommand.of(jar(program), flags, JvmOptions.of(System.getenv()), arguments);
    }

    /** The command of a {@link ProcessReaper}'s process: small, and quick to start. */
    List<String> reaperCommand() {
        return JavaCommand.ofClass(jar("runner"), ProcessReaperMain.class);
    }

    /** The folder around it: where {@code terraform/}, {@code .env} and the state of a kept-up sandbox are. */
    public Path project() {
        Path parent = folder.getParent();
        return parent == null ? folder : parent;
    }
}
