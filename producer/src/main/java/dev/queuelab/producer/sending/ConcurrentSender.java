package dev.queuelab.producer.sending;

import dev.queuelab.core.toolbox.KeyedOrder;
import dev.queuelab.producer.message.OutgoingMessage;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;

/**
 * Sends several batches at once. On a FIFO queue a batch waits for every earlier one that has a group of its own, so that
 * each group keeps its order; so there several groups are needed for it to send anything at once. With one batch at once,
 * it is sent on the caller's thread. Used by one thread.
 */
public final class ConcurrentSender {
    private final int most;
    private final boolean keepsGroups;
    private final BatchSender sender;
    private final Executor threads;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final KeyedOrder<List<OutgoingMessage>> batches = new KeyedOrder<>();
    private Optional<Runnable> failure = Optional.empty();

    /**
     * Sends on threads that do not keep the process up.
     *
     * @param most batches at once, at least 1
     * @param keepsGroups whether messages of one group are to keep their order
     */
    public ConcurrentSender(int most, boolean keepsGroups, BatchSender sender) {
        this.most = most;
        this.keepsGroups = keepsGroups;
        this.sender = sender;
        this.threads = Executors.newFixedThreadPool(
                most,
                task -> { // starts a thread for each batch, up to so many
                    Thread thread = new Thread(task, "sender");
                    thread.setDaemon(true);
                    return thread;
                });
    }

    /**
     * Waits until one more batch may be sent.
     *
     * @throws SendingEndedException if a batch failed for good, as every other would
     */
    public void awaitRoom() {
        lock.lock();
        try {
            while (failure.isEmpty() && batches.begun() + batches.waiting() >= most) {
                changed.awaitUninterruptibly();
            }
            failure.ifPresent(Runnable::run);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Sends the batch, or sees to it that it is sent.
     *
     * @throws SendingEndedException if it, or another one, failed for good
     */
    public void send(List<OutgoingMessage> batch) {
        if (most == 1) {
            sender.send(batch);
            return;
        }
        awaitRoom();
        lock.lock();
        try {
            batches.add(batch, keepsGroups ? groups(batch) : Set.of());
            beginAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until nothing is being sent. After a failure, batches that were not begun are not sent.
     *
     * @throws SendingEndedException if a batch failed for good
     */
    public void finish() {
        awaitEnd();
        awaitRoom();
    }

    /** The same, but for a failure that is known already. */
    public void awaitEnd() {
        lock.lock();
        try {
            while (batches.begun() > 0) { // one that waits does so for one that is begun
                changed.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }

    private static Set<String> groups(List<OutgoingMessage> batch) {
        return batch.stream().map(OutgoingMessage::fifoGroup).collect(Collectors.toSet());
    }

    private void beginAll() {
        while (failure.isEmpty()) {
            Optional<List<OutgoingMessage>> next = batches.begin();
            if (next.isEmpty()) {
                return;
            }
            threads.execute(() -> sendBegun(next.get()));
        }
    }

    private void sendBegun(List<OutgoingMessage> batch) {
        try {
            sender.send(batch);
            end(batch, Optional.empty());
        } catch (RuntimeException | Error e) {
            end(batch, Optional.of(() -> {
                throw e;
            }));
        }
    }

    private void end(List<OutgoingMessage> batch, Optional<Runnable> failed) {
        lock.lock();
        try {
            if (failure.isEmpty()) {
                failure = failed;
            }
            batches.end(batch);
            beginAll();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
