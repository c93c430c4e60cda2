package dev.queuelab.gateway.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.queuelab.gateway.call.Service;
import dev.queuelab.gateway.call.Subject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Facts about calls, as a gateway would record them. */
final class CallFacts {
    private final List<CallFact> facts = new ArrayList<>();
    private long number;
    private int attempt = 1;

    /** A subject, from JSON: absent fields are empty. */
    static Subject subject(String json) {
        try {
            return CallFile.JSON.readValue(json.replace('\'', '"'), Subject.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }

    CallFacts called(String process, String operation, String... subjects) {
        number++;
        facts.add(new CallFact.Called(
                number,
                Instant.EPOCH.plusSeconds(facts.size()),
                process,
                Optional.of(Service.SQS),
                operation,
                "q",
                attempt,
                List.of(subjects).stream().map(CallFacts::subject).toList()));
        return this;
    }

    /** The next call is one that the SDK repeats by itself. */
    CallFacts repeated() {
        attempt = 2;
        return this;
    }

    CallFacts answered(String... subjects) {
        return replied(Optional.of(200), Optional.empty(), List.of(), subjects);
    }

    CallFacts refused(String code) {
        return replied(Optional.of(400), Optional.of(code), List.of());
    }

    CallFacts lost(String... subjects) {
        return replied(Optional.empty(), Optional.empty(), List.of("reply-lost"), subjects);
    }

    private CallFacts replied(
            Optional<Integer> status, Optional<String> error, List<String> faults, String... subjects) {
        facts.add(new CallFact.Replied(
                number,
                Instant.EPOCH.plusSeconds(facts.size()),
                status,
                error,
                1_000,
                List.of(subjects).stream().map(CallFacts::subject).toList(),
                faults));
        return this;
    }

    List<CallFact> all() {
        return facts;
    }

    /** The same, each call with its reply. */
    static List<CallRecord> records(List<CallFact> facts) {
        return facts.stream()
                .filter(CallFact.Called.class::isInstance)
                .map(called -> new CallRecord((CallFact.Called) called, replyTo(called.call(), facts)))
                .toList();
    }

    private static Optional<CallFact.Replied> replyTo(long call, List<CallFact> facts) {
        return facts.stream()
                .filter(fact -> fact.call() == call && fact instanceof CallFact.Replied)
                .map(CallFact.Replied.class::cast)
                .findFirst();
    }

    WireHistory history() {
        WireHistory history = new WireHistory();
        facts.forEach(history::record);
        return history;
    }
}
