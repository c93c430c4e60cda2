package dev.queuelab.report.analysis;

import dev.queuelab.gateway.history.CallFact;
import dev.queuelab.gateway.history.CallRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * How often a fault of the gateway met calls of one operation of one process.
 *
 * @param messages the ids of the messages that these calls are about, as far as they are known
 */
public record FaultRow(String fault, String operation, String process, long times, Set<String> messages) {
    /** What is recorded where a scenario stopped a process at a call: that is no fault. */
    private static final String BREAKPOINT = "breakpoint";

    /** What the rows are for. */
    private record Key(String fault, String operation, String process) {}

    /** The faults that these calls met, by fault, operation and process. */
    public static List<FaultRow> of(List<CallRecord> calls, CallMessages messages) {
        Map<Key, List<CallRecord>> met = new LinkedHashMap<>();
        for (CallRecord call : calls) {
            CallFact.Called called = call.called();
            for (String fault : faults(call)) {
                met.computeIfAbsent(new Key(fault, called.operation(), called.process()), key -> new ArrayList<>())
                        .add(call);
            }
        }
        return met.entrySet().stream()
                .map(row -> of(row.getKey(), row.getValue(), messages))
                .sorted(Comparator.comparing(FaultRow::fault)
                        .thenComparing(FaultRow::operation)
                        .thenComparing(FaultRow::process))
                .toList();
    }

    private static FaultRow of(Key key, List<CallRecord> calls, CallMessages messages) {
        Set<String> ids = new LinkedHashSet<>();
        calls.forEach(call -> ids.addAll(messages.metByFault(call)));
        return new FaultRow(key.fault, key.operation, key.process, calls.size(), ids);
    }

    /** How often each fault met a call; empty where there was no gateway. */
    public static Optional<Map<String, Long>> counts(List<CallRecord> calls) {
        if (calls.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Long> counts = new TreeMap<>();
        calls.forEach(call -> faults(call).forEach(fault -> counts.merge(fault, 1L, Long::sum)));
        return Optional.of(counts);
    }

    private static List<String> faults(CallRecord call) {
        return call.replied().map(CallFact.Replied::faults).orElse(List.of()).stream()
                .filter(name -> !name.equals(BREAKPOINT))
                .toList();
    }
}
