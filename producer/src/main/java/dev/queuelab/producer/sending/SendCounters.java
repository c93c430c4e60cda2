package dev.queuelab.producer.sending;

import java.util.EnumMap;
import java.util.Map;

/** What a run has counted so far. Used by many threads at once. */
public final class SendCounters {
    private final Map<SendCount, Long> counts = new EnumMap<>(SendCount.class);

    public synchronized void add(SendCount count, long more) {
        counts.merge(count, more, Long::sum);
    }

    public synchronized long of(SendCount count) {
        return counts.getOrDefault(count, 0L);
    }
}
