package dev.queuelab.scenarios.check;

import dev.queuelab.core.history.Entry;
import dev.queuelab.core.history.Event;
import dev.queuelab.core.history.History;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the gateway saw of the processes' calls.
 *
 * @param history in the words of the processes' own histories
 * @param disturbed processes of which a call met a fault or was a repetition: what they know of their calls may differ
 * @param calls in the order in which they came
 */
public record WireEvidence(History history, Set<String> disturbed, List<WireCall> calls) {

    public WireEvidence {
        disturbed = Set.copyOf(disturbed);
        calls = List.copyOf(calls);
    }

    /** What is known of messages alone. */
    public WireEvidence(History history, Set<String> disturbed) {
        this(history, disturbed, List.of());
    }

    /**
     * What processes recorded, with what was seen of those that recorded nothing. A reply to a process that had ended by
     * then reached nobody, and is left out.
     */
    public History completing(History recorded) {
        Set<String> recording = recorded.entries().stream().map(Entry::process).collect(Collectors.toSet());
        Map<String, Instant> ends = ends(recorded);
        List<Entry> seen = history.entries().stream()
                .filter(entry -> !recording.contains(entry.process()))
                .filter(entry -> !entry.at().isAfter(ends.getOrDefault(entry.process(), Instant.MAX)))
                .toList();
        return recorded.and(History.of(seen));
    }

    /**
     * Deliveries to processes that had ended by then: a poll that they had left open took the message, as it may on Amazon
     * SQS, and nobody read it.
     */
    List<Entry> deliveriesToNobody(History recorded) {
        Map<String, Instant> ends = ends(recorded);
        return history.entries().stream()
                .filter(entry -> entry.event() instanceof Event.Received
                        && entry.at().isAfter(ends.getOrDefault(entry.process(), Instant.MAX)))
                .toList();
    }

    /** By process: when it was killed, or else had exited. */
    static Map<String, Instant> ends(History recorded) {
        Map<String, Instant> ends = new HashMap<>();
        for (Entry entry : recorded.entries()) {
            if (entry.event() instanceof Event.Exited exited) {
                ends.putIfAbsent(exited.child(), entry.at());
            } else if (entry.event() instanceof Event.Signalled signalled
                    && signalled.signal().equals("KILL")) {
                ends.putIfAbsent(signalled.child(), entry.at());
            }
        }
        return ends;
    }
}
