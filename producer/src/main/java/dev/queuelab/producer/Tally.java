package dev.queuelab.producer;

import java.util.EnumMap;
import java.util.Map;

/** What a run has counted so far. */
final class Tally {
    private final Map<Count, Long> counts = new EnumMap<>(Count.class);

    void add(Count count, long more) {
        counts.merge(count, more, Long::sum);
    }

    long of(Count count) {
        return counts.getOrDefault(count, 0L);
    }
}
