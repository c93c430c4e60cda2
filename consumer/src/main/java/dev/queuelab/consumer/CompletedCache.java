package dev.queuelab.consumer;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Messages that this process knows to be completed, each with its body's digest; the least recently used goes first. Used
 * by many threads at once.
 */
final class CompletedCache {
    private final Map<String, String> digests;

    /** @param most ids to remember; 0 remembers none */
    CompletedCache(int most) {
        this.digests = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
                return size() > most;
            }
        };
    }

    /** @param digest of the body that the id was first seen with */
    synchronized void add(String id, String digest) {
        digests.put(id, digest);
    }

    /** The digest that the id was remembered with; empty if the id is not remembered. */
    synchronized Optional<String> digestOf(String id) {
        return Optional.ofNullable(digests.get(id));
    }
}
