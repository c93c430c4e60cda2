package dev.queuelab.lab.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Works off a {@link StackSchedule} on several threads. When a run throws, those that have begun go on to their ends, and
 * no other begins.
 *
 * @param <R> what is run
 */
public final class SideBySide<R> {
    private final StackSchedule<R> schedule;
    private final Consumer<R> work;
    private @Nullable Throwable failure;

    private SideBySide(StackSchedule<R> schedule, Consumer<R> work) {
        this.schedule = schedule;
        this.work = work;
    }

    /**
     * Returns when all have ended.
     *
     * @param jobs how many go on at once at most, at least 1; with 1 they are run on this thread
     * @throws RuntimeException that a run has thrown, the first one
     */
    public static <R> void run(int jobs, StackSchedule<R> schedule, Consumer<R> work) {
        SideBySide<R> all = new SideBySide<>(schedule, work);
        List<Thread> others = new ArrayList<>();
        for (int job = 2; job <= jobs; job++) {
            others.add(new Thread(all::workOff, "job-" + job));
        }
        others.forEach(Thread::start);
        all.workOff();
        others.forEach(SideBySide::join);
        all.rethrow();
    }

    private void workOff() {
        for (Optional<StackSchedule.Item<R>> next = take(); next.isPresent(); next = take()) {
            StackSchedule.Item<R> item = next.get();
            Throwable thrown = null;
            try {
                work.accept(item.run());
            } catch (RuntimeException | Error e) {
                thrown = e;
            }
            ended(item, thrown);
        }
    }

    /** Waits for a run that may begin; empty when there is none any more. */
    private synchronized Optional<StackSchedule.Item<R>> take() {
        try {
            while (failure == null && !schedule.isEmpty()) {
                Optional<StackSchedule.Item<R>> next = schedule.next();
                if (next.isPresent()) {
                    return next;
                }
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }

    private synchronized void ended(StackSchedule.Item<R> item, @Nullable Throwable thrown) {
        schedule.ended(item);
        if (failure == null) {
            failure = thrown;
        }
        notifyAll();
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void rethrow() {
        if (failure instanceof RuntimeException e) {
            throw e;
        } else if (failure instanceof Error e) {
            throw e;
        }
    }
}
