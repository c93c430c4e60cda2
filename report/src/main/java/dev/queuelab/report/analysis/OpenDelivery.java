package dev.queuelab.report.analysis;

import dev.queuelab.core.history.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A delivery while its facts are gathered. */
final class OpenDelivery {
    private final String process;
    private final int count;
    private final double from;
    private final List<Mark> facts = new ArrayList<>();
    private double to;
    private Optional<Delivery.End> end = Optional.empty();

    OpenDelivery(Fact received, Event.Received event) {
        this.process = received.process();
        this.count = event.receiveCount();
        this.from = received.at();
        this.to = from;
    }

    void add(Fact fact) {
        facts.add(fact.inDelivery());
        to = fact.at();
        endOf(fact.event()).ifPresent(how -> end = Optional.of(how));
    }

    /** Its process is no more. */
    void processEnded(double at, Delivery.End how) {
        if (end.isPresent()) {
            return;
        }
        if (isWorkDone()) {
            end = Optional.of(Delivery.End.NOT_DELETED);
        } else {
            end = Optional.of(how);
            to = at;
        }
    }

    Delivery close(Queue queue, double endOfRun) {
        boolean expired = queue.visibilityTimeoutSeconds() > 0 && from + queue.visibilityTimeoutSeconds() <= endOfRun;
        if (end.isPresent()) {
            return delivery(to, end.get());
        } else if (expired) {
            return isWorkDone() ? delivery(to, Delivery.End.NOT_DELETED) : delivery(endOfRun, Delivery.End.EXPIRED);
        }
        return delivery(endOfRun, Delivery.End.OPEN);
    }

    private Delivery delivery(double until, Delivery.End how) {
        return new Delivery(process, count, from, until, how, facts);
    }

    private boolean isWorkDone() {
        return facts.stream()
                .anyMatch(fact -> fact.kind().equals("completed") || fact.kind().equals("skipped"));
    }

    /** The last of these tells how a delivery ended. */
    private static Optional<Delivery.End> endOf(Event event) {
        if (event instanceof Event.Deleted) {
            return Optional.of(Delivery.End.DELETED);
        } else if (event instanceof Event.DeleteStale) {
            return Optional.of(Delivery.End.DELETE_STALE);
        } else if (event instanceof Event.Rejected) {
            return Optional.of(Delivery.End.REJECTED);
        } else if (event instanceof Event.Failed) {
            return Optional.of(Delivery.End.FAILED);
        } else if (event instanceof Event.HandedBack) {
            return Optional.of(Delivery.End.HANDED_BACK);
        } else if (event instanceof Event.Crashed) {
            return Optional.of(Delivery.End.CRASHED);
        }
        return Optional.empty();
    }
}
