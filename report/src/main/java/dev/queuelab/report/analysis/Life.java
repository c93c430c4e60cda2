package dev.queuelab.report.analysis;

import java.util.List;
import java.util.OptionalDouble;

/**
 * A message's life, across processes.
 *
 * @param sent seconds since the run began; empty if no process recorded that it was sent
 * @param others facts about it that belong to no delivery, such as those of its sending
 */
public record Life(
        String id, boolean poison, OptionalDouble sent, List<Delivery> deliveries, List<Mark> others, Ending ending) {

    /** Where it ended. */
    public enum Ending {
        DELETED,
        /** Seen in the dead-letter queue when the checks were made. */
        DEAD_LETTERED,
        /** Delivered as often as the queue allows, and never deleted; nobody looked whether it was moved. */
        DUE_FOR_DEAD_LETTER_QUEUE,
        /** In a process's hand. */
        IN_HAND,
        /** On the queue, after it was received. */
        ON_QUEUE,
        /** On the queue; it never was received. */
        NEVER_RECEIVED,
        /** Its sending was not acknowledged. */
        NOT_SENT
    }

    public long effects() {
        return deliveries.stream()
                .flatMap(delivery -> delivery.facts().stream())
                .filter(fact -> fact.kind().equals("effect-performed"))
                .count();
    }

    /** Whether it went another way than sent, received, worked on once, deleted. */
    public boolean isUnusual() {
        return deliveries.size() != 1 || effects() != 1 || ending != Ending.DELETED;
    }
}
