package dev.queuelab.scenarios.check;

import dev.queuelab.core.history.Entry;
import dev.queuelab.core.history.Event;
import dev.queuelab.core.toolbox.Seconds;
import dev.queuelab.core.trace.Delivery;
import dev.queuelab.core.trace.MessageTrace;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/**
 * Checks of a limit on the age of messages, counted from the moment at which the queue took them. A message is stale if
 * it was too old at each of its deliveries: then no consumer may have begun its work.
 */
public final class ExpiryChecks {
    private final Function<Evidence, Duration> limit;

    /**
     * Checks of this limit.
     *
     * @param limit the age from which a message is stale, which may depend on the queue's settings
     */
    public ExpiryChecks(Function<Evidence, Duration> limit) {
        this.limit = limit;
    }

    public Requirement staleNeverPerformed() {
        return new Requirement(
                "stale never performed",
                "No message that was too old at each of its deliveries had an effect.",
                this::staleNeverPerformed);
    }

    private Finding staleNeverPerformed(Evidence evidence) {
        Messages stale = stale(evidence);
        List<String> performed = stale.ids().stream().filter(evidence::isDone).toList();
        String which = stale.count() + " older than " + Seconds.of(limit.apply(evidence)) + " s at delivery";
        return (performed.isEmpty()
                        ? Finding.holds("of " + which + ", none had an effect")
                        : Finding.broken(performed.size() + " of " + which + " had an effect: " + Names.of(performed)))
                .onlyInHistoriesOrCalls("how old messages were at their deliveries");
    }

    public Requirement onlyStaleExpired() {
        return new Requirement(
                "only stale expired",
                "Every message that a consumer dropped for its age had that age.",
                this::onlyStaleExpired);
    }

    private Finding onlyStaleExpired(Evidence evidence) {
        List<MessageTrace> expired =
                evidence.traces().all().stream().filter(MessageTrace::isExpired).toList();
        List<String> tooSoon = expired.stream()
                .filter(trace -> isExpiredTooSoon(trace, limit.apply(evidence)))
                .map(MessageTrace::id)
                .toList();
        return (tooSoon.isEmpty()
                        ? Finding.holds(expired.size() + " expired, each older than "
                                + Seconds.of(limit.apply(evidence)) + " s")
                        : Finding.broken(tooSoon.size() + " expired before their time: " + Names.of(tooSoon)))
                .onlyInHistories("what was dropped for its age");
    }

    private static boolean isExpiredTooSoon(MessageTrace trace, Duration limit) {
        boolean withoutDelivery = trace.others().stream().map(Entry::event).anyMatch(Event.Expired.class::isInstance);
        return withoutDelivery
                || trace.deliveries().stream()
                        .anyMatch(delivery -> delivery.timeOf(Event.Expired.class)
                                .filter(at -> !isOlder(delivery, at, limit))
                                .isPresent());
    }

    public Precondition staleAndFreshSeen() {
        return new Precondition(
                "stale and fresh seen",
                "Both kinds came about: some messages came too late, and some were processed.",
                this::staleAndFreshSeen);
    }

    private Finding staleAndFreshSeen(Evidence evidence) {
        int stale = stale(evidence).count();
        long fresh = evidence.messages().ids().stream().filter(evidence::isDone).count();
        return Finding.that(stale > 0 && fresh > 0, stale + " came too late, and " + fresh + " were done")
                .onlyInHistoriesOrCalls("how old messages were at their deliveries");
    }

    private Messages stale(Evidence evidence) {
        Duration most = limit.apply(evidence);
        return evidence.messages()
                .where(trace -> !trace.deliveries().isEmpty()
                        && trace.deliveries().stream().allMatch(delivery -> isOlder(delivery, delivery.at(), most)));
    }

    private static boolean isOlder(Delivery delivery, Instant now, Duration limit) {
        return delivery.received().sentAt().isBefore(now.minus(limit));
    }
}
