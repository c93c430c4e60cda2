package dev.queuelab.report.page;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.queuelab.gateway.call.Subject;
import dev.queuelab.gateway.history.CallFact;
import dev.queuelab.gateway.history.CallRecord;
import dev.queuelab.report.analysis.CallMessages;
import dev.queuelab.report.analysis.CalledResource;
import dev.queuelab.report.analysis.RunTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A call and its reply as a page shows them.
 *
 * @param at when it came, in seconds since the run began
 * @param millis how long its process waited for the reply; empty if the record ends before there was one
 * @param resource the queue, table or service that it went to, by the name of its {@link CalledResource}
 * @param attempt which try of the SDK's own it was; empty for the first
 * @param status of HTTP; empty where its process got no whole reply
 * @param faults the faults that it met
 * @param named how many messages or items it and its reply name
 * @param messages those of them that the page shows
 */
record CallView(
        double at,
        Optional<Double> millis,
        String process,
        String resource,
        String operation,
        Optional<Integer> attempt,
        Optional<Integer> status,
        Optional<String> error,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> faults,
        int named,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Named> messages) {
    private static final double MICROS_A_MILLI = 1_000;

    /**
     * A message that a call names.
     *
     * @param index among the page's messages
     * @param visibilitySeconds for how long the call makes it invisible
     * @param failed the error's code, where a batch was done but for this message
     */
    record Named(
            int index, Optional<Integer> receiveCount, Optional<Integer> visibilitySeconds, Optional<String> failed) {

        /** What a request says of a message, and what its reply adds. */
        private Named and(Named reply) {
            return new Named(
                    index,
                    reply.receiveCount.or(() -> receiveCount),
                    reply.visibilitySeconds.or(() -> visibilitySeconds),
                    reply.failed.or(() -> failed));
        }
    }

    static CallView of(CallRecord call, RunTime time, CallMessages messages, Map<String, Integer> indices) {
        CallFact.Called called = call.called();
        Optional<CallFact.Replied> replied = call.replied();
        List<Subject> inReply = replied.map(CallFact.Replied::subjects).orElse(List.of());
        return new CallView(
                time.seconds(called.at()),
                replied.map(reply -> reply.micros() / MICROS_A_MILLI),
                called.process(),
                CalledResource.of(called).name(),
                called.operation(),
                Optional.of(called.attempt()).filter(attempt -> attempt > 1),
                replied.flatMap(CallFact.Replied::status),
                replied.flatMap(CallFact.Replied::error).map(Limits::text),
                replied.map(CallFact.Replied::faults).orElse(List.of()),
                Math.max(called.subjects().size(), inReply.size()),
                named(Stream.concat(called.subjects().stream(), inReply.stream()), messages, indices));
    }

    private static List<Named> named(Stream<Subject> subjects, CallMessages messages, Map<String, Integer> indices) {
        Map<Integer, Named> named = new LinkedHashMap<>();
        subjects.forEach(subject -> messages.of(subject).stream()
                .map(indices::get)
                .flatMap(Stream::ofNullable)
                .forEach(index -> named.merge(
                        index,
                        new Named(index, subject.receiveCount(), subject.visibilitySeconds(), subject.failed()),
                        Named::and)));
        return new ArrayList<>(named.values());
    }
}
