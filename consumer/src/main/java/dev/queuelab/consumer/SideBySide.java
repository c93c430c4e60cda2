package dev.queuelab.consumer;

import dev.queuelab.core.knob.Knobs;
import dev.queuelab.core.toolbox.KeyedOrder;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
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
 * that waits here uses up its visibility timeout, and is out of other consumers' reach. With PREFETCH, so many may wait
 * here whatever the pace; {@link BeginWithin} bounds them by time.
 */
final class SideBySide implements Workers {
    /** Quick work takes less on average: two of them are over before the shortest useful visibility timeout. */
    private static final Duration QUICK = Duration.ofMillis(500);

    private final int concurrency;
    private final int prefetch;
    private final BeginWithin beginWithin;
    private final BatchHandler batches;
    private final Deletions deletions;
    private final OrderingKeys keys;
    private final GroupOrder groups;
    private final LongSupplier nanoTime;
    private final Executor threads;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final KeyedOrder<Held> order = new KeyedOrder<>();
    private final Pace pace = new Pace();
    private int processed;
    private int unsettled;
    private long lastEndNanos;
    private Optional<Runnable> failure = Optional.empty();

    /** A message in hand. */
    private static final class Held {
        private final Delivery delivery;
        private final ReceivedTogether together;
        private final long receivedNanos;
        private boolean heldUp;

        Held(Delivery delivery, ReceivedTogether together, long receivedNanos) {
            this.delivery = delivery;
            this.together = together;
            this.receivedNanos = receivedNanos;
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
        this.prefetch = settings.get(Knobs.PREFETCH);
        this.beginWithin = BeginWithin.of(settings);
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
        int waiting = beginWithin.mostWaiting(pace, concurrency);
        if (prefetch > 0) {
            return Math.max(0, free + Math.min(prefetch, waiting) - order.waiting());
        }
        int wanted = free > 0 && pace.isQuickerThan(QUICK) ? concurrency : free;
        return Math.max(0, Math.min(Math.min(wanted, free + waiting), concurrency - order.waiting()));
    }

    @Override
    public void take(List<Delivery> batch) {
        if (batch.isEmpty()) {
            return;
        }
        ReceivedTogether together = new ReceivedTogether(batch.size());
        long now = nanoTime.getAsLong();
        lock.lock();
        try {
            batch.forEach(delivery -> order.add(new Held(delivery, together, now), keys.of(delivery)));
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
            boolean begins = !held.heldUp
                    && !beginWithin.isTooLate(held.delivery, Duration.ofNanos(begunNanos - held.receivedNanos));
            boolean done = begins && batches.handle(held.delivery, held.together, this::settled);
            if (!begins) {
                batches.handBack(held.delivery, held.together, this::settled);
            }
            OptionalLong took = begins ? OptionalLong.of(nanoTime.getAsLong() - begunNanos) : OptionalLong.empty();
            if (end(held, done, took)) {
                deletions.flush();
            }
        } catch (RuntimeException | Error e) {
            fail(() -> {
                throw e;
            });
        }
    }

    /**
     * Returns whether there is nothing left to work on.
     *
     * @param tookNanos empty if the work was not begun
     */
    private boolean end(Held held, boolean done, OptionalLong tookNanos) {
        lock.lock();
        try {
            order.end(held);
            if (!done && groups.holdsUp(held.delivery)) {
                order.waiting(other -> other.delivery.group().equals(held.delivery.group()))
                        .forEach(successor -> successor.heldUp = true);
            }
            tookNanos.ifPresent(pace::worked);
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
