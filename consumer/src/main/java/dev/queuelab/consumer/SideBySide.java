package dev.queuelab.consumer;

import dev.queuelab.core.knob.Knobs;
import dev.queuelab.core.toolbox.KeyedOrder;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * Works on up to CONCURRENCY messages at once, each on a thread, but for those that share an {@link OrderingKeys ordering
 * key}. Where a message of a FIFO group stays on the queue undone, those of its group that are in hand are handed back, so
 * that none overtakes it: see {@link GroupOrder}.
 *
 * <p>There is room for more only while a thread is free. While work is quick, there is then room for CONCURRENCY messages
 * that are not begun, so that one receive serves many. Otherwise only what can be begun at once is received: a message
 * that waits here uses up its visibility timeout, and is out of other consumers' reach.
 */
final class SideBySide implements Workers {
    /** Quick work takes less on average: two of them are over before the shortest useful visibility timeout. */
    private static final Duration QUICK = Duration.ofMillis(500);

    /** How much the newest message's work counts in the average. */
    private static final double NEWEST = 0.25;

    /** Before the first message is done, work is not taken to be quick. */
    private static final double NOT_KNOWN = Double.MAX_VALUE;

    private final int concurrency;
    private final BatchHandler batches;
    private final Deletions deletions;
    private final OrderingKeys keys;
    private final GroupOrder groups;
    private final LongSupplier nanoTime;
    private final Executor threads;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final KeyedOrder<Held> order = new KeyedOrder<>();
    private int processed;
    private int unsettled;
    private long lastEndNanos;
    private double averageNanos = NOT_KNOWN;
    private Optional<Runnable> failure = Optional.empty();

    /** A message in hand. */
    private static final class Held {
        private final Delivery delivery;
        private final ReceivedTogether together;
        private boolean heldUp;

        Held(Delivery delivery, ReceivedTogether together) {
            this.delivery = delivery;
            this.together = together;
        }
    }

    SideBySide(
            Settings settings,
            BatchHandler batches,
            Deletions deletions,
            GroupOrder groups,
            LongSupplier nanoTime,
            Executor threads) {
        this.concurrency = settings.get(Knobs.CONCURRENCY);
        this.batches = batches;
        this.deletions = deletions;
        this.keys = new OrderingKeys(settings);
        this.groups = groups;
        this.nanoTime = nanoTime;
        this.threads = threads;
        this.lastEndNanos = nanoTime.getAsLong();
    }

    /** Threads that do not keep the process up, since a failure ends it whatever the others do. */
    static Executor daemons(Settings settings) {
        return Executors.newFixedThreadPool(settings.get(Knobs.CONCURRENCY), task -> {
            Thread thread = new Thread(task, "worker");
            thread.setDaemon(true);
            return thread;
        });
    }

    @Override
    public Standing standing() {
        lock.lock();
        try {
            failure.ifPresent(Runnable::run);
            return new Standing(processed, unsettled, room(), lastEndNanos);
        } finally {
            lock.unlock();
        }
    }

    private int room() {
        int free = concurrency - order.begun();
        int wanted = free > 0 && averageNanos < QUICK.toNanos() ? concurrency : free;
        return Math.max(0, Math.min(wanted, concurrency - order.waiting()));
    }

    @Override
    public void take(List<Delivery> batch) {
        if (batch.isEmpty()) {
            return;
        }
        ReceivedTogether together = new ReceivedTogether(batch.size());
        lock.lock();
        try {
            batch.forEach(delivery -> order.add(new Held(delivery, together), keys.of(delivery)));
            unsettled += batch.size();
            beginAll();
        } finally {
            lock.unlock();
        }
    }

    private void beginAll() {
        while (failure.isEmpty() && order.begun() < concurrency) {
            Optional<Held> next = order.begin();
            if (next.isEmpty()) {
                return;
            }
            threads.execute(() -> work(next.get()));
        }
    }

    private void work(Held held) {
        try {
            long begunNanos = nanoTime.getAsLong();
            boolean done = handle(held);
            if (end(held, done, nanoTime.getAsLong() - begunNanos)) {
                deletions.flush();
            }
        } catch (RuntimeException | Error e) {
            fail(() -> {
                throw e;
            });
        }
    }

    private boolean handle(Held held) {
        if (held.heldUp) {
            batches.handBack(held.delivery, held.together, this::settled);
            return false;
        }
        return batches.handle(held.delivery, held.together, this::settled);
    }

    /** Returns whether there is nothing left to work on. */
    private boolean end(Held held, boolean done, long tookNanos) {
        lock.lock();
        try {
            order.end(held);
            if (!done && groups.holdsUp(held.delivery)) {
                order.waiting(other -> other.delivery.group().equals(held.delivery.group()))
                        .forEach(successor -> successor.heldUp = true);
            }
            averageNanos = averageNanos == NOT_KNOWN ? tookNanos : averageNanos + NEWEST * (tookNanos - averageNanos);
            lastEndNanos = nanoTime.getAsLong();
            beginAll();
            changed.signalAll();
            return order.begun() == 0 && order.waiting() == 0;
        } finally {
            lock.unlock();
        }
    }

    private void settled(boolean isProcessed) {
        lock.lock();
        try {
            unsettled--;
            processed += isProcessed ? 1 : 0;
            lastEndNanos = nanoTime.getAsLong();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void fail(Runnable rethrow) {
        lock.lock();
        try {
            failure = Optional.of(rethrow);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void awaitChange(Standing seen) {
        lock.lock();
        try {
            while (failure.isEmpty() && seen.equals(standing())) {
                changed.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void finish() {
        lock.lock();
        try {
            while (failure.isEmpty() && order.begun() + order.waiting() > 0) {
                changed.awaitUninterruptibly();
            }
            failure.ifPresent(Runnable::run);
        } finally {
            lock.unlock();
        }
        deletions.flush();
    }
}
