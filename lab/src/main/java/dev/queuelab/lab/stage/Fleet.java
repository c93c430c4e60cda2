package dev.queuelab.lab.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The consumers that were started in a run. */
final class Fleet {
    private final List<ConsumerHandle> consumers = new ArrayList<>();

    void add(ConsumerHandle consumer) {
        consumers.add(consumer);
    }

    /** All of them, in the order of their starts. */
    List<ConsumerHandle> all() {
        return List.copyOf(consumers);
    }

    /** Whether no other consumer is running. */
    boolean isAlone(ConsumerHandle consumer) {
        return consumers.stream()
                .noneMatch(other ->
                        !other.name().equals(consumer.name()) && other.process().isAlive());
    }

    /** Whether it is known of every consumer what it received. */
    boolean isObserved() {
        return consumers.stream().noneMatch(ConsumerHandle::isUnobserved);
    }

    /** Names of the consumers that keep no history. */
    Set<String> withoutHistory() {
        return consumers.stream()
                .filter(consumer -> !consumer.keepsHistory())
                .map(ConsumerHandle::name)
                .collect(Collectors.toUnmodifiableSet());
    }
}
