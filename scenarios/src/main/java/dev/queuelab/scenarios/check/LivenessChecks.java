package dev.queuelab.scenarios.check;

import dev.queuelab.core.history.Entry;
import dev.queuelab.core.history.Event;
import dev.queuelab.core.toolbox.Seconds;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Checks that consumers go on. A play that one of them ended is judged by these alone: the rest did not come about. */
public final class LivenessChecks {
    public static final Requirement STAYED_UP = new Requirement(
            "stayed up", "No consumer that had received a message ended by itself.", LivenessChecks::stayedUp);

    public static final Requirement KEPT_RECEIVING = new Requirement(
            "kept receiving",
            "While messages waited and none was in flight, a consumer that ran asked for the next.",
            LivenessChecks::keptReceiving);

    public static final List<Check> ALL = List.of(STAYED_UP, KEPT_RECEIVING);

    private LivenessChecks() {}

    /** Whether a consumer ended the play before its end. */
    public static boolean isCutShort(Evidence evidence) {
        return evidence.history().all(Event.EndedUnasked.class).findAny().isPresent()
                || evidence.history().all(Event.Stalled.class).findAny().isPresent();
    }

    private static Finding stayedUp(Evidence evidence) {
        return evidence.history()
                .all(Event.EndedUnasked.class)
                .findFirst()
                .map(end -> Finding.broken(end.child() + " ended by itself with exit code " + end.exitCode() + ", "
                        + lastReceived(evidence, end.child()) + "; its last lines: " + end.lastLines()))
                .orElseGet(() -> Finding.holds("none ended by itself"));
    }

    private static String lastReceived(Evidence evidence, String consumer) {
        List<Entry> received = evidence.history().entries().stream()
                .filter(entry -> entry.process().equals(consumer) && entry.event() instanceof Event.Received)
                .toList();
        Optional<Entry> last = received.stream().reduce((one, next) -> next);
        return last.map(entry -> "after it had received " + received.size()
                        + (received.size() == 1 ? " message" : " messages") + ", the last of them "
                        + ((Event.Received) entry.event()).id())
                .orElse("after it had received a message");
    }

    private static Finding keptReceiving(Evidence evidence) {
        return evidence.history()
                .all(Event.Stalled.class)
                .findFirst()
                .map(stall -> Finding.broken(stall.consumers() + " ran, but asked for no message for "
                        + Seconds.of(Duration.ofMillis(Math.round(stall.seconds() * 1000))) + " s, while "
                        + stall.waiting() + " waited and none was in flight: it does not resume"))
                .orElseGet(() -> Finding.holds("none stood still"));
    }
}
