package dev.queuelab.consumer;

import java.util.LinkedHashMap;
import java.util.Map;

/** Ids of messages that this process completed, the least recently used forgotten first. */
final class CompletedCache {
    private final Map<String, Boolean> ids;

    /** @param most ids to remember; 0 remembers none */
    CompletedCache(int most) {
        this.ids = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
                return size() > most;
            }
        };
    }

    void add(String id) {
        ids.put(id, true);
    }

    boolean contains(String id) {
        return ids.get(id) != null;
    }
}
