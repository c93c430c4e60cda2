package dev.queuelab.gateway.history;

import dev.queuelab.core.call.ProtocolCall;
import dev.queuelab.gateway.call.Subject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Finds out from the record how a process works on a message: by which calls, in which order. */
public final class ProtocolCalls {
    private ProtocolCalls() {}

    /**
     * The calls that a process made about the first message it received, in order, that receive first. What an SDK
     * repeated by itself is left out.
     *
     * @return none, if it received no message
     */
    public static List<ProtocolCall> aboutFirstMessage(List<CallRecord> record, String process) {
        List<CallRecord> own = record.stream()
                .filter(call -> call.called().process().equals(process))
                .toList();
        return own.stream()
                .filter(call -> call.called().operation().equals(WireHistory.RECEIVE))
                .flatMap(call -> call.replied().stream())
                .flatMap(reply -> reply.subjects().stream())
                .findFirst()
                .map(Subject::names)
                .map(names -> about(names, own))
                .orElse(List.of());
    }

    private static List<ProtocolCall> about(Set<String> names, List<CallRecord> own) {
        Map<String, Integer> occurrences = new HashMap<>();
        List<ProtocolCall> calls = new ArrayList<>();
        for (CallRecord call : own) {
            CallFact.Called called = call.called();
            if (called.attempt() == 1 && subjects(call).anyMatch(subject -> subject.isNamed(names))) {
                String kind = called.operation() + " " + called.resource();
                calls.add(new ProtocolCall(
                        called.operation(), called.resource(), occurrences.merge(kind, 1, Integer::sum)));
            }
        }
        return calls;
    }

    private static Stream<Subject> subjects(CallRecord call) {
        return Stream.concat(
                call.called().subjects().stream(), call.replied().stream().flatMap(reply -> reply.subjects().stream()));
    }
}
