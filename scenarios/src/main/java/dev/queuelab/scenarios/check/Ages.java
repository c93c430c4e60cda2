package dev.queuelab.scenarios.check;

import dev.queuelab.core.history.Entry;
import dev.queuelab.core.history.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Checks of a limit on the age of messages, counted from the moment at which the queue took them. A message is stale if
 * it was too old at each of its deliveries: then no consumer may have begun its work.
 */
public final class Ages {
    private Ages() {}

    /** The work of no stale message was done. */
    public static Check staleNeverPerformed(Duration limit, Messages messages) {
        return new Check("stale never performed", evidence -> {
            if (evidence.hasGaps()) {
                return Outside.skip(evidence, "how old messages were at their deliveries");
            }
            Set<String> stale = stale(evidence, limit);
            List<String> performed = messages.ids().stream()
                    .filter(stale::contains)
                    .filter(evidence::isDone)
                    .toList();
            return performed.isEmpty()
                    ? Judgement.pass("of " + stale.size() + " older than " + limit.toMillis() / 1000.0
                            + " s at delivery, none had an effect")
                    : Judgement.fail(performed.size() + " of " + stale.size() + " older than "
                            + limit.toMillis() / 1000.0 + " s at delivery had an effect: " + Listing.of(performed));
        });
    }

    /** Whatever a consumer dropped for its age had that age. */
    public static Check onlyStaleExpired(Duration limit) {
        return new Check("only stale expired", evidence -> {
            if (evidence.hasGaps()) {
                return Outside.skip(evidence, "what was dropped for its age");
            }
            Map<String, Instant> sentAt = new HashMap<>();
            Set<String> tooSoon = new HashSet<>();
            long expired = 0;
            for (Entry entry : evidence.history().entries()) {
                if (entry.event() instanceof Event.Received received) {
                    sentAt.put(received.id(), received.sentAt());
                } else if (entry.event() instanceof Event.Expired gone) {
                    expired++;
                    if (!isOlder(sentAt.getOrDefault(gone.id(), Instant.MAX), entry.at(), limit)) {
                        tooSoon.add(gone.id());
                    }
                }
            }
            return tooSoon.isEmpty()
                    ? Judgement.pass(expired + " expired, each older than " + limit.toMillis() / 1000.0 + " s")
                    : Judgement.fail(tooSoon.size() + " expired before their time: " + Listing.of(tooSoon));
        });
    }

    /** Some messages came too late and some in time; else the story is about nothing that happened. */
    public static Check staleAndFreshSeen(Duration limit, Messages messages) {
        return new Check("stale and fresh seen", evidence -> {
            if (evidence.hasGaps()) {
                return Outside.unknown(evidence, "how old messages were at their deliveries");
            }
            int stale = stale(evidence, limit).size();
            long fresh = messages.ids().stream().filter(evidence::isDone).count();
            String found = stale + " came too late, and " + fresh + " were done";
            return stale > 0 && fresh > 0 ? Judgement.pass(found) : Judgement.unknown(found);
        });
    }

    private static Set<String> stale(Evidence evidence, Duration limit) {
        Set<String> stale = new HashSet<>();
        Set<String> inTime = new HashSet<>();
        for (Entry entry : evidence.history().entries()) {
            if (entry.event() instanceof Event.Received received) {
                (isOlder(received.sentAt(), entry.at(), limit) ? stale : inTime).add(received.id());
            }
        }
        stale.removeAll(inTime);
        return stale;
    }

    private static boolean isOlder(Instant sentAt, Instant now, Duration limit) {
        return sentAt.isBefore(now.minus(limit));
    }
}
