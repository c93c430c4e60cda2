package dev.queuelab.scenarios.check;

import dev.queuelab.core.history.Event;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks of how often messages were delivered; what was done at each delivery is no concern of theirs. */
public final class Deliveries {
    private Deliveries() {}

    /** How often each message was received, by id. */
    public static Map<String, Long> perMessage(Evidence evidence) {
        Map<String, Long> deliveries = new HashMap<>();
        evidence.history()
                .all(Event.Received.class)
                .forEach(received -> deliveries.merge(received.id(), 1L, Long::sum));
        return deliveries;
    }

    /**
     * At least {@code least} of the messages were received more than once. A story that provokes redeliveries proves
     * nothing where there were none, so fewer are UNKNOWN, not a failure.
     */
    public static Check redelivered(Messages messages, int least) {
        return new Check("redelivery seen", evidence -> {
            Set<String> ours = new HashSet<>(messages.ids());
            long again = perMessage(evidence).entrySet().stream()
                    .filter(entry -> ours.contains(entry.getKey()) && entry.getValue() > 1)
                    .count();
            String found = again + " of " + messages.count() + " received more than once";
            return again >= least
                    ? Judgement.pass(found)
                    : Judgement.unknown(found + ": the failure that this story is about was not provoked");
        });
    }

    /** Each dead-lettered message was delivered to a consumer exactly as often as the queue allows. */
    public static Check deadLetteredAfter(int deliveries) {
        return new Check("dead letters received " + deliveries + " times", evidence -> {
            Map<String, Long> counts = perMessage(evidence);
            List<String> others = evidence.deadLetters().stream()
                    .map(Evidence.DeadLetter::id)
                    .filter(id -> counts.getOrDefault(id, 0L) != deliveries)
                    .map(id -> id + " (" + counts.getOrDefault(id, 0L) + ")")
                    .toList();
            return others.isEmpty()
                    ? Judgement.pass(
                            "each of " + evidence.deadLetters().size() + " was received " + deliveries + " times")
                    : Judgement.fail(others.size() + " received another number of times: " + Listing.of(others));
        });
    }
}
