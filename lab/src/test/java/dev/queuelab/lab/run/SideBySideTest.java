package dev.queuelab.lab.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.queuelab.lab.run.StackSchedule.Item;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SideBySideTest {
    private final Set<Integer> done = ConcurrentHashMap.newKeySet();

    @Test
    void asManyGoOnAtOnceAsThereAreJobs() {
        CyclicBarrier allThree = new CyclicBarrier(3);

        SideBySide.run(3, schedule(6, 6), run -> {
            await(allThree);
            done.add(run);
        });

        assertThat(done).hasSize(6);
    }

    @Test
    void neverTwoOnOneStack() {
        Map<Integer, AtomicBoolean> inUse = new ConcurrentHashMap<>();
        Set<Integer> shared = ConcurrentHashMap.newKeySet();

        SideBySide.run(8, schedule(400, 3), run -> {
            AtomicBoolean stack = inUse.computeIfAbsent(run % 3, key -> new AtomicBoolean());
            if (stack.getAndSet(true)) {
                shared.add(run);
            }
            Thread.onSpinWait();
            stack.set(false);
            done.add(run);
        });

        assertThat(done).hasSize(400);
        assertThat(shared).isEmpty();
    }

    @Test
    void oneThatThrowsLetsTheOthersEndAndNoFurtherBegin() {
        AtomicBoolean secondHasBegun = new AtomicBoolean();
        CompletableFuture<Thread> failing = new CompletableFuture<>();

        assertThatThrownBy(() -> SideBySide.run(2, schedule(50, 50), run -> {
                    if (run == 0) {
                        failing.complete(Thread.currentThread());
                        awaitWithoutWaiting(secondHasBegun);
                        throw new IllegalStateException("the disk is full");
                    }
                    if (run == 1) {
                        secondHasBegun.set(true);
                        awaitHasNoMoreToDo(failing.join());
                    }
                    done.add(run);
                }))
                .hasMessage("the disk is full");

        assertThat(done).containsExactly(1);
    }

    /** So that the thread is never seen waiting for this. */
    private static void awaitWithoutWaiting(AtomicBoolean condition) {
        while (!condition.get()) {
            Thread.onSpinWait();
        }
    }

    /** It has ended, or waits for the other one to end. */
    private static void awaitHasNoMoreToDo(Thread thread) {
        while (thread.getState() != Thread.State.TERMINATED && thread.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
    }

    @Test
    void oneJobRunsOnTheThreadOfWhoAsks() {
        Thread here = Thread.currentThread();

        SideBySide.run(1, schedule(3, 3), run -> {
            if (Thread.currentThread().equals(here)) {
                done.add(run);
            }
        });

        assertThat(done).hasSize(3);
    }

    private static StackSchedule<Integer> schedule(int runs, int stacks) {
        List<Item<Integer>> items = IntStream.range(0, runs)
                .mapToObj(run -> new Item<>(run, "stack-" + run % stacks, Duration.ofSeconds(1)))
                .toList();
        return new StackSchedule<>(items);
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
    }
}
