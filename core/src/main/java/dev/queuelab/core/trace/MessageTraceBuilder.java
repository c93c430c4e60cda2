package dev.queuelab.core.trace;

import dev.queuelab.core.history.Entry;
import dev.queuelab.core.history.Event;
import dev.queuelab.core.trace.MessageTrace.Acknowledged;
import dev.queuelab.core.trace.MessageTrace.Fate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A message's trace while its facts are gathered. */
final class MessageTraceBuilder {
    private final String id;
    private final List<DeliveryBuilder> deliveries = new ArrayList<>();
    private final List<Entry> others = new ArrayList<>();
    private Optional<Acknowledged> acknowledged = Optional.empty();

    MessageTraceBuilder(String id) {
        this.id = id;
    }

    DeliveryBuilder received(Entry entry, Event.Received received) {
        DeliveryBuilder delivery = new DeliveryBuilder(entry, received);
        deliveries.add(delivery);
        return delivery;
    }

    /** A fact outside of any delivery. */
    void add(Entry entry) {
        others.add(entry);
        if (entry.event() instanceof Event.Sent sent) {
            acknowledged = Optional.of(new Acknowledged(entry.process(), entry.at(), sent.messageId(), sent.poison()));
        }
    }

    MessageTrace build(QueueSettings queue, boolean foundDeadLettered, Instant endOfRecord) {
        List<Delivery> built = deliveries.stream()
                .map(delivery -> delivery.build(queue, endOfRecord))
                .toList();
        Optional<Instant> deletedAt = deletedAt(built);
        return new MessageTrace(
                id,
                acknowledged,
                built,
                others,
                fate(built, deletedAt.isPresent(), queue, foundDeadLettered),
                moves(built, deletedAt, queue));
    }

    private Optional<Instant> deletedAt(List<Delivery> built) {
        return Stream.concat(others.stream(), built.stream().flatMap(delivery -> delivery.facts().stream()))
                .filter(fact -> fact.event() instanceof Event.Deleted)
                .map(Entry::at)
                .min(Instant::compareTo);
    }

    private Fate fate(List<Delivery> built, boolean deleted, QueueSettings queue, boolean foundDeadLettered) {
        if (deleted) {
            return Fate.DELETED;
        } else if (foundDeadLettered) {
            return Fate.DEAD_LETTERED;
        } else if (built.isEmpty()) {
            return acknowledged.isPresent() ? Fate.NEVER_RECEIVED : Fate.NOT_SENT;
        }
        // Only the last delivery counts: a redrive brings a message back, and its receive count begins at 1.
        Delivery last = built.get(built.size() - 1);
        if (last.end() == Delivery.End.OPEN) {
            return Fate.IN_HAND;
        }
        return queue.isLastDelivery(last.receiveCount()) ? Fate.DUE_FOR_DEAD_LETTER_QUEUE : Fate.ON_QUEUE;
    }

    /**
     * A message is in flight from its receive until it is deleted or handed back, or until the visibility timeout has
     * passed. One that was delivered as often as the queue allows is then in the dead-letter queue. (A queue moves it at
     * the next receive, which nobody records, so that this may be some moments early.)
     */
    private List<Move> moves(List<Delivery> built, Optional<Instant> deletedAt, QueueSettings queue) {
        Itinerary moves = new Itinerary(deletedAt);
        sentAt(built).ifPresent(at -> moves.to(Location.WAITING, at));
        for (int i = 0; i < built.size(); i++) {
            Delivery delivery = built.get(i);
            moves.to(Location.IN_FLIGHT, delivery.at());
            Optional<Instant> next =
                    i + 1 < built.size() ? Optional.of(built.get(i + 1).at()) : Optional.empty();
            delivery.visibleAgainAt(queue)
                    .filter(back -> next.map(back::isBefore).orElse(true))
                    .ifPresent(back -> moves.to(
                            queue.isLastDelivery(delivery.receiveCount()) ? Location.DEAD_LETTERED : Location.WAITING,
                            back));
        }
        return moves.all();
    }

    /** The producer may record the acknowledgement when a consumer has the message already. */
    private Optional<Instant> sentAt(List<Delivery> built) {
        Stream<Instant> received = built.stream().limit(1).map(Delivery::at);
        return acknowledged.isPresent()
                ? Stream.concat(acknowledged.stream().map(Acknowledged::at), received)
                        .min(Instant::compareTo)
                : Optional.empty();
    }

    /** Moves in order of time, none of them after the deletion. */
    private static final class Itinerary {
        private final Optional<Instant> deletedAt;
        private final List<Move> moves = new ArrayList<>();
        private Location location = Location.NOT_SENT;

        Itinerary(Optional<Instant> deletedAt) {
            this.deletedAt = deletedAt;
        }

        void to(Location next, Instant at) {
            if (deletedAt.map(at::isBefore).orElse(true)) {
                add(next, at);
            }
        }

        List<Move> all() {
            deletedAt.ifPresent(at -> add(Location.DELETED, at));
            return moves;
        }

        private void add(Location next, Instant at) {
            if (next != location) {
                moves.add(new Move(at, location, next));
                location = next;
            }
        }
    }
}
