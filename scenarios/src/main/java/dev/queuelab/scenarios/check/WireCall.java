package dev.queuelab.scenarios.check;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A call of a process, as the gateway saw it.
 *
 * @param service {@link #SQS}, {@link #DYNAMODB} or {@link #EFFECTS}; empty text for another one
 * @param operation such as "ReceiveMessage"
 * @param names what names the messages or items that it is about
 * @param endedAt when it was answered, or its connection closed; empty if it was open when the record ended
 * @param ok whether the process was answered that it was done
 * @param error the code of the error that it was answered with
 * @param faults the names of the gateway's faults that it met
 */
public record WireCall(
        String process,
        String service,
        String operation,
        Set<String> names,
        Instant begunAt,
        Optional<Instant> endedAt,
        boolean ok,
        Optional<String> error,
        List<String> faults) {
    public static final String SQS = "SQS";
    public static final String DYNAMODB = "DYNAMODB";

    /** The gateway's own external service. */
    public static final String EFFECTS = "EFFECTS";

    /** What asks for messages. */
    public static final String RECEIVE = "ReceiveMessage";

    public WireCall {
        names = Set.copyOf(names);
        faults = List.copyOf(faults);
    }

    /** Whether it met a fault. */
    boolean isBroken() {
        return !faults.isEmpty();
    }

    /** Whether it was answered as it should be, with nothing done to it. */
    boolean isUndisturbed() {
        return endedAt.isPresent() && error.isEmpty() && !isBroken();
    }

    /** Whether one of these is a name of what it is about. */
    boolean isAbout(Set<String> some) {
        return names.stream().anyMatch(some::contains);
    }
}
