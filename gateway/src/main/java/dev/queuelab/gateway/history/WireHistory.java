package dev.queuelab.gateway.history;

import dev.queuelab.core.history.Entry;
import dev.queuelab.core.history.Event;
import dev.queuelab.core.history.History;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The history of each process as the gateway saw it: what a program that records nothing received, did, and deleted. It
 * grows with each fact.
 */
public final class WireHistory implements CallRecorder {
    static final String RECEIVE = "ReceiveMessage";

    private final WireEvents events = new WireEvents();
    private final Map<Long, CallFact.Called> open = new HashMap<>();
    private final Map<String, Long> numbers = new HashMap<>();
    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, Instant> lastPolls = new HashMap<>();
    private final Set<String> disturbed = new HashSet<>();

    /** That of calls that were recorded before. */
    public static WireHistory of(List<CallRecord> calls) {
        WireHistory history = new WireHistory();
        calls.stream()
                .flatMap(call -> Stream.<CallFact>concat(Stream.of(call.called()), call.replied().stream()))
                .sorted((one, other) -> one.at().compareTo(other.at()))
                .forEach(history::record);
        return history;
    }

    @Override
    public synchronized void record(CallFact fact) {
        if (fact instanceof CallFact.Called called) {
            open.put(called.call(), called);
            if (called.operation().equals(RECEIVE)) {
                lastPolls.put(called.process(), called.at());
            }
            if (called.attempt() > 1) {
                disturbed.add(called.process());
            }
            add(called.process(), called.at(), events.begun(called));
        } else if (fact instanceof CallFact.Replied replied) {
            CallFact.Called called = open.remove(replied.call());
            if (called != null) {
                ended(called, replied);
            }
        }
    }

    private void ended(CallFact.Called called, CallFact.Replied replied) {
        if (!replied.faults().isEmpty() || replied.status().isEmpty()) {
            disturbed.add(called.process());
        }
        add(called.process(), replied.at(), events.ended(called, replied));
    }

    private void add(String process, Instant at, Stream<Event> happened) {
        happened.forEach(event -> entries.add(new Entry(process, numbers.merge(process, 1L, Long::sum), at, event)));
    }

    /** What all processes did so far. */
    public synchronized History history() {
        return History.of(entries);
    }

    /** What one process did so far. */
    public synchronized History of(String process) {
        return History.of(entries.stream()
                .filter(entry -> entry.process().equals(process))
                .toList());
    }

    /** Whether the process has asked for messages at least once. */
    public synchronized boolean hasPolled(String process) {
        return lastPolls.containsKey(process);
    }

    /** When the process last asked for messages; empty if it never did. */
    public synchronized Optional<Instant> lastPollOf(String process) {
        return Optional.ofNullable(lastPolls.get(process));
    }

    /** Whether the process waits for messages at this moment. */
    public synchronized boolean isPolling(String process) {
        return open.values().stream()
                .anyMatch(call ->
                        call.process().equals(process) && call.operation().equals(RECEIVE));
    }

    /**
     * Processes of which a call met a fault, lost its reply, or was a repetition: what they know of their calls may differ
     * from what the gateway saw.
     */
    public synchronized Set<String> disturbed() {
        return Set.copyOf(disturbed);
    }
}
