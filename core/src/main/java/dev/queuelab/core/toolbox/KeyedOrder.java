package dev.queuelab.core.toolbox;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Items to work on side by side, but for those that share a key: these are begun one after the other, in the order in
 * which they came. Made for some hundreds of items. Not thread-safe.
 */
public final class KeyedOrder<T> {
    private final List<Item<T>> items = new ArrayList<>();
    private int begun;

    private static final class Item<T> {
        private final T value;
        private final Set<String> keys;
        private boolean begun;

        Item(T value, Set<String> keys) {
            this.value = value;
            this.keys = keys;
        }
    }

    /** Adds an item behind all others. */
    public void add(T value, Set<String> keys) {
        items.add(new Item<>(value, Set.copyOf(keys)));
    }

    /** Begins the first item that may be begun; empty if each one waits for another, or there is none. */
    public Optional<T> begin() {
        Set<String> taken = new HashSet<>();
        for (Item<T> item : items) {
            if (!item.begun && Collections.disjoint(item.keys, taken)) {
                item.begun = true;
                begun++;
                return Optional.of(item.value);
            }
            taken.addAll(item.keys);
        }
        return Optional.empty();
    }

    /** Ends an item that was begun, and so frees its keys. */
    public void end(T value) {
        Item<T> ended = items.stream()
                .filter(item -> item.begun && item.value == value)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("not begun: " + value));
        items.remove(ended);
        begun--;
    }

    /** Those that are not begun, in order. */
    public List<T> waiting(Predicate<T> which) {
        return items.stream()
                .filter(item -> !item.begun && which.test(item.value))
                .map(item -> item.value)
                .toList();
    }

    /** How many were begun and did not end. */
    public int begun() {
        return begun;
    }

    /** How many were not begun. */
    public int waiting() {
        return items.size() - begun;
    }
}
