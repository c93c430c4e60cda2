package dev.queuelab.consumer;

import dev.queuelab.consumer.DeliveryProcessor.Finished;
import dev.queuelab.core.knob.Knobs;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes messages whose work has ended, up to DELETE_BATCH_SIZE by one call. A message waits for others until there are
 * so many, until {@link #flush}, or for {@link #LONGEST_WAIT}: its visibility timeout goes on. With a size of 1 each is
 * deleted at once, on the caller's thread. Used by many threads at once.
 *
 * <p>A crash between a message's completion and its deletion lets it be delivered again. That is so with one call a
 * message as well, and the next delivery finds the work done; but with batches more messages are in that gap, so it is
 * not the default.
 */
final class Deletions {
    private static final Logger log = LoggerFactory.getLogger(Deletions.class);

    static final Duration LONGEST_WAIT = Duration.ofMillis(100);

    private final int size;
    private final DeliveryProcessor processor;
    private final BiConsumer<Runnable, Duration> later;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition allSettled = lock.newCondition();
    private List<Waiting> waiting = new ArrayList<>();
    private long batchNumber;
    private int beingDeleted;
    private Optional<Runnable> failure = Optional.empty();

    private record Waiting(Finished message, Consumer<DeliveryOutcome> settled) {}

    /** @param later runs something once so much time has passed, on another thread */
    Deletions(Settings settings, DeliveryProcessor processor, BiConsumer<Runnable, Duration> later) {
        this.size = settings.get(Knobs.DELETE_BATCH_SIZE);
        this.processor = processor;
        this.later = later;
    }

    /** What {@code later} is in a process. */
    static BiConsumer<Runnable, Duration> onTimer() {
        ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "deletions");
            thread.setDaemon(true);
            return thread;
        });
        return (task, wait) -> {
            var unused = timer.schedule(task, wait.toNanos(), TimeUnit.NANOSECONDS);
        };
    }

    /**
     * Deletes the message, now or soon.
     *
     * @param settled gets {@code outcome}, or the failure of the deletion
     */
    void delete(Delivery delivery, DeliveryOutcome outcome, Consumer<DeliveryOutcome> settled) {
        if (size == 1) {
            settled.accept(processor.delete(delivery, outcome));
            return;
        }
        deleteNow(add(new Waiting(new Finished(delivery, outcome), settled)));
    }

    /** Deletes those that wait, and returns once each message so far is settled. */
    void flush() {
        deleteNow(takeWaiting());
        awaitOthers();
    }

    private List<Waiting> add(Waiting message) {
        lock.lock();
        try {
            waiting.add(message);
            if (waiting.size() == 1) {
                long number = batchNumber;
                later.accept(() -> deleteLate(number), LONGEST_WAIT);
            }
            return waiting.size() < size ? List.of() : takeWaiting();
        } finally {
            lock.unlock();
        }
    }

    private List<Waiting> takeWaiting(long number) {
        lock.lock();
        try {
            return number == batchNumber ? takeWaiting() : List.of();
        } finally {
            lock.unlock();
        }
    }

    private List<Waiting> takeWaiting() {
        lock.lock();
        try {
            List<Waiting> taken = waiting;
            waiting = new ArrayList<>();
            batchNumber++;
            beingDeleted += taken.size();
            return taken;
        } finally {
            lock.unlock();
        }
    }

    /** Deletes the messages of this batch, unless they were deleted meanwhile. */
    private void deleteLate(long number) {
        try {
            deleteNow(takeWaiting(number));
        } catch (RuntimeException | Error e) {
            log.debug("a deletion ends the process: {}", e.toString()); // flush throws it
        }
    }

    private void deleteNow(List<Waiting> messages) {
        try {
            if (messages.size() == 1) {
                Finished message = messages.get(0).message();
                messages.get(0).settled().accept(processor.delete(message.delivery(), message.outcome()));
            } else if (!messages.isEmpty()) {
                List<DeliveryOutcome> outcomes =
                        processor.delete(messages.stream().map(Waiting::message).toList());
                for (int place = 0; place < messages.size(); place++) {
                    messages.get(place).settled().accept(outcomes.get(place));
                }
            }
        } catch (RuntimeException | Error e) {
            fail(() -> {
                throw e;
            });
            throw e;
        } finally {
            settled(messages.size());
        }
    }

    private void fail(Runnable rethrow) {
        lock.lock();
        try {
            failure = Optional.of(rethrow);
        } finally {
            lock.unlock();
        }
    }

    private void settled(int count) {
        lock.lock();
        try {
            beingDeleted -= count;
            allSettled.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void awaitOthers() {
        lock.lock();
        try {
            while (beingDeleted > 0) {
                allSettled.awaitUninterruptibly();
            }
            failure.ifPresent(Runnable::run);
        } finally {
            lock.unlock();
        }
    }
}
