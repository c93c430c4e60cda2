package dev.queuelab.core.toolbox;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The newest entries of a map, so that its memory is bounded. Used by many threads at once. */
public final class Recent<K, V> {
    private final Map<K, V> entries = new LinkedHashMap<>();
    private final int most;

    /** Keeps so many entries at most. */
    public Recent(int most) {
        this.most = most;
    }

    public synchronized Optional<V> get(K key) {
        return Optional.ofNullable(entries.get(key));
    }

    /** Makes the entry the newest. */
    public synchronized void put(K key, V value) {
        entries.remove(key);
        entries.put(key, value);
        if (entries.size() > most) {
            entries.remove(entries.keySet().iterator().next());
        }
    }

    /** Removes the entry, and returns what it was. */
    public synchronized Optional<V> remove(K key) {
        return Optional.ofNullable(entries.remove(key));
    }
}
