package dev.queuelab.core.trace;

import dev.queuelab.core.history.Entry;
import dev.queuelab.core.history.Event;
import dev.queuelab.core.trace.Delivery.End;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A delivery while its facts are gathered. */
final class DeliveryBuilder {
    /** The last of these facts says how a delivery ended. */
    private static final Map<Class<? extends Event>, End> ENDS = Map.of(
            Event.Deleted.class, End.DELETED,
            Event.DeleteStale.class, End.DELETE_STALE,
            Event.Rejected.class, End.REJECTED,
            Event.Failed.class, End.FAILED,
            Event.HandedBack.class, End.HANDED_BACK,
            Event.Crashed.class, End.CRASHED);

    private final String process;
    private final Event.Received received;
    private final Instant at;
    private final List<Entry> facts = new ArrayList<>();
    private Instant endedAt;
    private Optional<End> end = Optional.empty();

    DeliveryBuilder(Entry entry, Event.Received received) {
        this.process = entry.process();
        this.received = received;
        this.at = entry.at();
        this.endedAt = at;
    }

    void add(Entry fact) {
        facts.add(fact);
        endedAt = fact.at();
        Optional.ofNullable(ENDS.get(fact.event().getClass())).ifPresent(how -> end = Optional.of(how));
    }

    /** The process has ended; {@code how} counts unless a fact said before how the delivery ended. */
    void processEnded(Instant when, End how) {
        if (end.isPresent()) {
            return;
        }
        if (soFar(End.OPEN, endedAt).isWorkDone()) {
            end = Optional.of(End.NOT_DELETED);
        } else {
            end = Optional.of(how);
            endedAt = when;
        }
    }

    Delivery build(QueueSettings queue, Instant endOfRecord) {
        if (end.isPresent()) {
            return soFar(end.get(), endedAt);
        }
        Delivery open = soFar(End.OPEN, endOfRecord);
        boolean timedOut = open.visibleAgainAt(queue)
                .filter(visible -> !visible.isAfter(endOfRecord))
                .isPresent();
        if (!timedOut) {
            return open;
        }
        return open.isWorkDone() ? soFar(End.NOT_DELETED, endedAt) : soFar(End.TIMED_OUT, endOfRecord);
    }

    private Delivery soFar(End how, Instant until) {
        return new Delivery(process, received, at, until, how, facts);
    }
}
