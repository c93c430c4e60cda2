package dev.queuelab.lab.environment;

import java.io.IOException;
import java.nio.channels.FileLock;
import java.util.Optional;

/**
 * Keeps a stack to one run at a time, among all runs of one user on this machine. The operating system frees the lock
 * when its holder dies, however it dies. A sandbox that one run has for itself needs none.
 */
public final class StackLock implements AutoCloseable {
    private final FileLock lock;

    StackLock(FileLock lock) {
        this.lock = lock;
    }

    /**
     * The lock, or empty while another run holds it.
     *
     * @throws EnvironmentException if locks cannot be had, with the folder and what to do about it
     */
    public static Optional<StackLock> tryAcquire(Stack stack) {
        return LockFile.ofThisUser().tryLock(stack.queueUrl()).map(StackLock::new);
    }

    @Override
    public void close() {
        try {
            lock.release();
        } catch (IOException e) {
            throw new EnvironmentException("cannot free a stack's lock: " + e, e);
        }
    }
}
