package dev.queuelab.report.analysis;

import dev.queuelab.core.trace.MessageTrace;
import dev.queuelab.core.trace.MessageTraces;
import dev.queuelab.gateway.call.Subject;
import dev.queuelab.gateway.history.CallFact;
import dev.queuelab.gateway.history.CallRecord;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which of a run's messages a call is about. A call to a queue names messages; a call to a table or a service names the
 * key under which an effect is recorded, which stands for the messages that it belongs to.
 */
public final class CallMessages {
    private final MessageTraces traces;
    private final Map<String, String> byMessageId = new HashMap<>();
    private final Map<String, Set<String>> byKey = new HashMap<>();

    public CallMessages(MessageTraces traces) {
        this.traces = traces;
        for (MessageTrace trace : traces.all()) {
            trace.acknowledged().ifPresent(sent -> byMessageId.put(sent.messageId(), trace.id()));
            trace.deliveries()
                    .forEach(delivery -> byMessageId.put(delivery.received().messageId(), trace.id()));
            trace.effectKeys()
                    .forEach(key -> byKey.computeIfAbsent(key, k -> new LinkedHashSet<>())
                            .add(trace.id()));
        }
    }

    /** The messages that a request and its reply name, each once: their ids. */
    public Set<String> of(CallRecord call) {
        return of(subjects(call));
    }

    /** The messages that a fault of this call met: where some entries of a batch failed, these, else all. */
    public Set<String> metByFault(CallRecord call) {
        List<Subject> failed =
                subjects(call).filter(subject -> subject.failed().isPresent()).toList();
        return failed.isEmpty() ? of(call) : of(failed.stream());
    }

    /** The ids of the messages that a subject of a call stands for; none if the run knows no such message. */
    public Set<String> of(Subject subject) {
        if (subject.id().filter(this::isKnown).isPresent()) {
            return Set.of(subject.id().get());
        }
        if (subject.messageId().isPresent()) {
            String messageId = subject.messageId().get();
            return known(byMessageId.getOrDefault(messageId, messageId));
        }
        return subject.key()
                .map(key -> byKey.containsKey(key) ? byKey.get(key) : known(key))
                .orElse(Set.of());
    }

    /** What a request names, and then what its reply names. */
    static Stream<Subject> subjects(CallRecord call) {
        return Stream.concat(
                call.called().subjects().stream(),
                call.replied().map(CallFact.Replied::subjects).orElse(List.of()).stream());
    }

    private Set<String> of(Stream<Subject> subjects) {
        Set<String> ids = new LinkedHashSet<>();
        subjects.forEach(subject -> ids.addAll(of(subject)));
        return ids;
    }

    private Set<String> known(String id) {
        return isKnown(id) ? Set.of(id) : Set.of();
    }

    private boolean isKnown(String id) {
        return traces.find(id).isPresent();
    }
}
