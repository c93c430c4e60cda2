package dev.queuelab.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.queuelab.core.trace.HistoryBuilder;
import dev.queuelab.gateway.call.Service;
import dev.queuelab.gateway.call.Subject;
import dev.queuelab.gateway.history.CallFact;
import dev.queuelab.gateway.history.CallFile;
import dev.queuelab.gateway.history.CallRecord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Builds a gateway's record of calls that processes make at certain seconds of a run; a reply takes 20 ms. */
public final class CallsBuilder {
    private static final long MICROS = 20_000;
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new JavaTimeModule())
            .build();

    private final List<CallRecord> calls = new ArrayList<>();

    /** The message that {@link HistoryBuilder} knows by this id. */
    public static Subject message(String id) {
        return subject(Map.of("messageId", "m-" + id, "id", id));
    }

    /** A message of which only the queue's name is known. */
    public static Subject messageId(String messageId) {
        return subject(Map.of("messageId", messageId));
    }

    public static Subject delivered(String id, int receiveCount) {
        return subject(Map.of("messageId", "m-" + id, "id", id, "receiveCount", receiveCount));
    }

    public static Subject failed(String id, String code) {
        return subject(Map.of("messageId", "m-" + id, "id", id, "failed", code));
    }

    public static Subject item(String key) {
        return subject(Map.of("key", key));
    }

    private static Subject subject(Map<String, Object> fields) {
        return JSON.convertValue(fields, Subject.class);
    }

    /** It was answered with 200. */
    public CallsBuilder ok(double second, String process, String operation, Subject... named) {
        return add(
                called(second, process, operation, 1, named), replied(Optional.of(200), Optional.empty(), List.of()));
    }

    /** It was answered with 200, and the answer names these. */
    public CallsBuilder answered(double second, String process, String operation, List<String> faults, Subject... in) {
        return add(called(second, process, operation, 1), replied(Optional.of(200), Optional.empty(), faults, in));
    }

    /** It was answered with an error. */
    public CallsBuilder refused(double second, String process, String operation, String error, Subject... named) {
        return add(
                called(second, process, operation, 1, named), replied(Optional.of(400), Optional.of(error), List.of()));
    }

    /** Its reply was lost. */
    public CallsBuilder lost(double second, String process, String operation, int attempt, Subject... named) {
        return add(
                called(second, process, operation, attempt, named),
                replied(Optional.empty(), Optional.empty(), List.of("reply-lost")));
    }

    /** The record ends before there was a reply. */
    public CallsBuilder open(double second, String process, String operation) {
        calls.add(new CallRecord(called(second, process, operation, 1), Optional.empty()));
        return this;
    }

    public List<CallRecord> calls() {
        return List.copyOf(calls);
    }

    /** Writes them as a gateway does. */
    public void write(Path file) {
        try (CallFile record = CallFile.begin(file)) {
            for (CallRecord call : calls) {
                record.record(call.called());
                call.replied().ifPresent(record::record);
            }
        }
    }

    private CallFact.Called called(double second, String process, String operation, int attempt, Subject... named) {
        boolean ofTable = operation.endsWith("Item");
        return new CallFact.Called(
                calls.size() + 1L,
                HistoryBuilder.second(second),
                process,
                Optional.of(ofTable ? Service.DYNAMODB : Service.SQS),
                operation,
                ofTable ? "orders-effects" : "orders",
                attempt,
                List.of(named));
    }

    private CallFact.Replied replied(
            Optional<Integer> status, Optional<String> error, List<String> faults, Subject... named) {
        return new CallFact.Replied(
                calls.size() + 1L, HistoryBuilder.BEGIN, status, error, MICROS, List.of(named), faults);
    }

    private CallsBuilder add(CallFact.Called called, CallFact.Replied replied) {
        calls.add(new CallRecord(called, Optional.of(replied)));
        return this;
    }
}
