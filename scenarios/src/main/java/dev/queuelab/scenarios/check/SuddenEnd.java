package dev.queuelab.scenarios.check;

import dev.queuelab.core.history.Entry;
import dev.queuelab.core.history.Event;
import dev.queuelab.core.trace.Delivery;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/**
 * Deliveries that came after SIGTERM to a process which ended at once. The queue answers an open receive whether or not
 * somebody still reads it, so nobody can be blamed for them.
 */
final class SuddenEnd {
    /** A process that is gone so soon after SIGTERM, as runners notice it, did not stop: it died of it. */
    private static final Duration AT_ONCE = Duration.ofSeconds(1);

    private SuddenEnd() {}

    /** Whether the delivery's process ended at once after SIGTERM, and the delivery came after that. */
    static boolean met(Evidence evidence, Delivery delivery) {
        List<Instant> signals = times(
                evidence,
                event -> event instanceof Event.Signalled sent
                        && sent.child().equals(delivery.process())
                        && sent.signal().equals("TERM"));
        List<Instant> ends = times(
                evidence,
                event -> event instanceof Event.Exited exited && exited.child().equals(delivery.process()));
        return !signals.isEmpty()
                && !ends.isEmpty()
                && delivery.at().isAfter(signals.get(0))
                && Duration.between(signals.get(0), ends.get(0)).compareTo(AT_ONCE) < 0;
    }

    private static List<Instant> times(Evidence evidence, Predicate<Event> which) {
        return evidence.history().entries().stream()
                .filter(entry -> which.test(entry.event()))
                .map(Entry::at)
                .toList();
    }

    /** What is said of such deliveries, after the names of the messages. */
    static Finding of(String consumer, List<String> ids) {
        return Finding.undecided("not judged: " + Names.of(ids) + " was delivered to a receive that " + consumer
                + " had open when SIGTERM ended it at once");
    }
}
