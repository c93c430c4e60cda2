package dev.queuelab.lab.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Decides which run begins next where several go on side by side: never two on one stack, and first one of the stack on
 * which most is left to do, since its runs follow each other whatever else is free; of those the longest. It starts
 * nothing and knows no clock. For one thread at a time.
 *
 * @param <R> what is run
 */
public final class StackSchedule<R> {
    private final List<Item<R>> waiting;
    private final Set<String> stacksInUse = new HashSet<>();

    /**
     * A run that is to be made.
     *
     * @param stack the key of the stack that it needs for itself
     * @param expected about how long it takes; only the order depends on it
     */
    public record Item<R>(R run, String stack, Duration expected) {}

    /** Of equal ones, the first in {@code items} begins first. */
    public StackSchedule(Collection<Item<R>> items) {
        this.waiting = new ArrayList<>(items);
    }

    /** Takes the run that is to begin now; empty while the stacks of all that are left are in use, or none is left. */
    public Optional<Item<R>> next() {
        Map<String, Duration> left = lengths(waiting);
        Optional<Item<R>> next = waiting.stream()
                .filter(item -> !stacksInUse.contains(item.stack()))
                .min(Comparator.comparing((Item<R> item) -> left.getOrDefault(item.stack(), Duration.ZERO))
                        .thenComparing(Item::expected)
                        .reversed());
        next.ifPresent(item -> {
            waiting.remove(item);
            stacksInUse.add(item.stack());
        });
        return next;
    }

    /** Frees the stack of a run that has ended. */
    public void ended(Item<R> item) {
        stacksInUse.remove(item.stack());
    }

    /** Whether every run has begun. */
    public boolean isEmpty() {
        return waiting.isEmpty();
    }

    /**
     * The least time in which runs of these lengths can end: the work shared evenly, or one stack's runs one after the
     * other, whichever takes longer.
     *
     * @param jobs how many go on at once, at least 1
     */
    public static <R> Duration floor(Collection<Item<R>> items, int jobs) {
        Collection<Duration> stacks = lengths(items).values();
        Duration shared = stacks.stream().reduce(Duration.ZERO, Duration::plus).dividedBy(jobs);
        Duration longest = stacks.stream().max(Comparator.naturalOrder()).orElse(Duration.ZERO);
        return shared.compareTo(longest) > 0 ? shared : longest;
    }

    private static <R> Map<String, Duration> lengths(Collection<Item<R>> items) {
        Map<String, Duration> lengths = new HashMap<>();
        items.forEach(item -> lengths.merge(item.stack(), item.expected(), Duration::plus));
        return lengths;
    }
}
