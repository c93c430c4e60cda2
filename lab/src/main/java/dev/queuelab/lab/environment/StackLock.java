package dev.queuelab.lab.environment;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.UUID;

/**
 * Keeps a stack to one run at a time, among all runs on this machine. The operating system frees the lock when its
 * holder dies, however it dies.
 */
public final class StackLock implements AutoCloseable {
    private final FileChannel channel;

    private StackLock(FileChannel channel) {
        this.channel = channel;
    }

    /** The lock, or empty while another run holds it. */
    public static Optional<StackLock> tryAcquire(Stack stack) {
        Path folder = Path.of(System.getProperty("java.io.tmpdir"), "queue-lab-locks");
        String name = UUID.nameUUIDFromBytes(stack.queueUrl().getBytes(StandardCharsets.UTF_8)) + ".lock";
        try {
            Files.createDirectories(folder);
            FileChannel channel =
                    FileChannel.open(folder.resolve(name), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (isLocked(channel)) {
                return Optional.of(new StackLock(channel));
            }
            channel.close();
            return Optional.empty();
        } catch (IOException e) {
            throw new EnvironmentException("cannot lock the stack " + stack.key() + " in " + folder + ": " + e, e);
        }
    }

    /** Held by another process, or by another run in this one: no. */
    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new EnvironmentException("cannot free a stack's lock: " + e, e);
        }
    }
}
