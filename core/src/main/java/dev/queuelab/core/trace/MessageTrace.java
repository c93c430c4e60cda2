package dev.queuelab.core.trace;

import dev.queuelab.core.history.Entry;
import dev.queuelab.core.history.Event;
import dev.queuelab.core.history.SkipReason;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One message's life, across processes.
 *
 * @param id its identity: the payload's {@code id}, or else SQS's MessageId
 * @param acknowledged empty if no process recorded that the queue took the message
 * @param deliveries in the order in which they were received
 * @param others facts about it that belong to no delivery, such as those of its sending
 * @param fate what had become of it when the record ends
 * @param moves its changes of place, in order of time
 */
public record MessageTrace(
        String id,
        Optional<Acknowledged> acknowledged,
        List<Delivery> deliveries,
        List<Entry> others,
        Fate fate,
        List<Move> moves) {

    public MessageTrace {
        deliveries = List.copyOf(deliveries);
        others = List.copyOf(others);
        moves = List.copyOf(moves);
    }

    /** The queue took the message. */
    public record Acknowledged(String producer, Instant at, String messageId, boolean poison) {}

    /** What became of a message. */
    public enum Fate {
        DELETED,
        /** Found in the dead-letter queue. */
        DEAD_LETTERED,
        /** Delivered as often as the queue allows and not deleted; nobody looked whether it was moved. */
        DUE_FOR_DEAD_LETTER_QUEUE,
        /** In a process's hand. */
        IN_HAND,
        /** On the queue, after it was received. */
        ON_QUEUE,
        /** On the queue; it was never received. */
        NEVER_RECEIVED,
        /** Its sending was not acknowledged. */
        NOT_SENT
    }

    /** Whether it is meant to be rejected. */
    public boolean isPoison() {
        return acknowledged.map(Acknowledged::poison).orElse(false);
    }

    /** Whether it was delivered more than once: by what processes recorded, or by the queue's own count. */
    public boolean isRedelivered() {
        return deliveries.size() > 1 || deliveries.stream().anyMatch(delivery -> delivery.receiveCount() > 1);
    }

    /** Whether the process that had it in hand was lost, and the work was done in a later delivery. */
    public boolean isRecovered() {
        boolean lost = false;
        for (Delivery delivery : deliveries) {
            if (lost && (delivery.isWorkDone() || delivery.end() == Delivery.End.DELETED)) {
                return true;
            }
            lost |= delivery.isLost();
        }
        return false;
    }

    /** Whether a consumer's bookkeeping says that the work is done. */
    public boolean isCompleted() {
        return has(Event.Completed.class)
                || all(Event.Skipped.class).anyMatch(skipped -> skipped.reason() == SkipReason.COMPLETED);
    }

    /** Whether a consumer dropped it because it was too old. */
    public boolean isExpired() {
        return has(Event.Expired.class);
    }

    /** How many performances of its effect consumers recorded. */
    public long effectsPerformed() {
        return all(Event.EffectPerformed.class).count();
    }

    /** The keys under which consumers looked for its effect or performed it. */
    public Set<String> effectKeys() {
        Set<String> keys = new LinkedHashSet<>();
        all(Event.EffectAttempted.class).map(Event.EffectAttempted::key).forEach(keys::add);
        all(Event.Skipped.class).map(Event.Skipped::key).forEach(keys::add);
        return keys;
    }

    /** Whether it went another way than sent, received once, worked on once, deleted. */
    public boolean isUnusual() {
        return deliveries.size() != 1 || effectsPerformed() != 1 || fate != Fate.DELETED;
    }

    public Location locationAt(Instant moment) {
        Location location = Location.NOT_SENT;
        for (Move move : moves) {
            if (move.at().isAfter(moment)) {
                break;
            }
            location = move.to();
        }
        return location;
    }

    private boolean has(Class<? extends Event> kind) {
        return all(kind).findAny().isPresent();
    }

    private <E extends Event> Stream<E> all(Class<E> kind) {
        return Stream.concat(others.stream(), deliveries.stream().flatMap(delivery -> delivery.facts().stream()))
                .map(Entry::event)
                .filter(kind::isInstance)
                .map(kind::cast);
    }
}
