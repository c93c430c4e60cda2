package dev.queuelab.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import software.amazon.dynamodb.services.local.shared.access.sqlite.SQLiteLibraryLoader;

/**
 * Loads the SQLite library of DynamoDB Local so that no file of it stays. DynamoDB Local unpacks about 1 MB into
 * {@code org.sqlite.tmpdir} and leaves its removal to an orderly exit, which {@code kill -9} and a halt are not. Linux
 * and macOS keep a loaded library when its file is gone, so it is removed at once; Windows refuses, and there an
 * orderly exit has to do.
 */
final class SqliteLibrary {
    /** Strongly held: java.util.logging forgets the level of a logger that nobody refers to. */
    private static final Logger CHATTY = Logger.getLogger("com.almworks.sqlite4java");

    private SqliteLibrary() {}

    /** @throws StartupException if it cannot be unpacked or loaded */
    static synchronized void load() {
        CHATTY.setLevel(Level.OFF);
        loadFrom(TemporaryFolder.parent(), SQLiteLibraryLoader::initialize);
    }

    /** What may fail in any way: the loader prints the reason, and throws an exception that lacks it. */
    interface Loader {
        void load() throws Exception;
    }

    static void loadFrom(Path parent, Loader loader) {
        try {
            Path folder = Files.createTempDirectory(parent, "queue-lab-sandbox-");
            folder.toFile().deleteOnExit();
            System.setProperty("org.sqlite.tmpdir", folder.toString());
            try {
                loader.load();
            } finally {
                deleteIfPossible(folder);
            }
        } catch (Exception e) {
            throw new StartupException(
                    "The sandbox could not start: DynamoDB Local cannot load SQLite's native library from " + parent
                            + " (" + e + "). The folder must exist, be writable, and not be mounted noexec. Set TMPDIR,"
                            + " or java -Djava.io.tmpdir=FOLDER, to one that is.",
                    e);
        }
    }

    private static void deleteIfPossible(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException e) {
            // In use (Windows): deleteOnExit is the second chance.
        }
    }
}
