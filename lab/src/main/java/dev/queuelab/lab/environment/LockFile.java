package dev.queuelab.lab.environment;

import dev.queuelab.core.toolbox.FileErrors;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One file, in which each name that can be locked is a byte of its own: so one empty file serves for all of them, and
 * none piles up. It is in a folder of the user's own, which nobody else can write to or put links into.
 *
 * <p>It stays open for as long as this program runs, since closing it would free all locks that this program holds on
 * it (Java API, "FileLock", platform dependencies).
 */
final class LockFile {
    private static final String FOLDER_MODE = "rwx------";

    private static @Nullable LockFile ofThisUser;

    private final Path folder;
    private final FileChannel channel;

    private LockFile(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /** This user's, in the folder for temporary files. */
    static synchronized LockFile ofThisUser() {
        if (ofThisUser == null) {
            Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
            ofThisUser = open(temporary, userId(temporary));
        }
        return ofThisUser;
    }

    /** The operating system's number of this user, whose name may be anything: by the owner of a file that it makes. */
    static int userId(Path temporary) {
        try {
            Path probe = Files.createTempFile(temporary, "queue-lab-", ".probe");
            try {
                return uid(probe);
            } finally {
                Files.delete(probe);
            }
        } catch (IOException e) {
            throw new EnvironmentException(
                    "cannot make a file in " + temporary + ", where stacks are locked: " + e
                            + "; -Djava.io.tmpdir=DIR names another folder",
                    e);
        }
    }

    /**
     * Opens it in this user's folder in {@code parent}, which it makes if it is missing.
     *
     * @throws EnvironmentException if that folder is a link, is somebody else's, or is open to others
     */
    static LockFile open(Path parent, int userId) {
        Path folder = parent.resolve("queue-lab-locks-" + userId);
        try {
            makePrivate(folder, userId);
            return new LockFile(
                    folder,
                    FileChannel.open(
                            folder.resolve("stacks.lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE,
                            LinkOption.NOFOLLOW_LINKS));
        } catch (IOException e) {
            throw new EnvironmentException(
                    "cannot lock stacks in " + folder + ": " + FileErrors.reason(e) + "; remove it", e);
        }
    }

    private static void makePrivate(Path folder, int userId) throws IOException {
        try {
            Files.createDirectory(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(FOLDER_MODE)));
        } catch (FileAlreadyExistsException e) {
            requirePrivate(folder, userId);
        }
    }

    private static void requirePrivate(Path folder, int userId) throws IOException {
        PosixFileAttributes found = Files.readAttributes(folder, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        String mode = PosixFilePermissions.toString(found.permissions());
        if (!found.isDirectory() || uid(folder) != userId || !mode.equals(FOLDER_MODE)) {
            String what = found.isDirectory() ? "a folder" : found.isSymbolicLink() ? "a symbolic link" : "a file";
            throw new EnvironmentException("cannot lock stacks in " + folder + ", which is " + what + " of "
                    + found.owner().getName() + " with mode " + mode + ": expected a folder of this user with mode "
                    + FOLDER_MODE + "; remove it");
        }
    }

    private static int uid(Path file) throws IOException {
        return (int) Files.getAttribute(file, "unix:uid", LinkOption.NOFOLLOW_LINKS);
    }

    /** The lock of {@code name}, or empty while anybody holds it: another process, or another run in this one. */
    Optional<FileLock> tryLock(String name) {
        long place =
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).getLeastSignificantBits() >>> 2;
        try {
            return Optional.ofNullable(channel.tryLock(place, 1, false));
        } catch (OverlappingFileLockException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new EnvironmentException("cannot lock a stack in " + folder + ": " + FileErrors.reason(e), e);
        }
    }
}
