package dev.queuelab.scenarios.check;

import dev.queuelab.core.trace.MessageTrace;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Messages that the queue acknowledged, in the order in which they first appear in the histories. */
public record Messages(List<MessageTrace> traces) {

    public Messages {
        traces = List.copyOf(traces);
    }

    public int count() {
        return traces.size();
    }

    public List<String> ids() {
        return traces.stream().map(MessageTrace::id).toList();
    }

    /** Those that are meant to be rejected. */
    public Messages poison() {
        return where(MessageTrace::isPoison);
    }

    /** Those that are meant to be processed. */
    public Messages good() {
        return where(trace -> !trace.isPoison());
    }

    /** Those of the producers that have one of these labels. */
    public Messages from(Set<String> labels) {
        return where(trace -> trace.acknowledged()
                .map(sent -> labels.contains(Labels.labelOf(sent.producer())))
                .orElse(false));
    }

    public Messages where(Predicate<MessageTrace> which) {
        return new Messages(traces.stream().filter(which).toList());
    }
}
