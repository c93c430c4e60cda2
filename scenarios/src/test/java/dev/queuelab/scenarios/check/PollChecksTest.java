package dev.queuelab.scenarios.check;

import static dev.queuelab.scenarios.check.JudgedRun.judged;

import dev.queuelab.core.history.Event;
import dev.queuelab.core.history.History;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PollChecksTest {
    private static final Requirement NONE_AFTER = PollChecks.noneAfterSigterm("leaving");

    private final EvidenceBuilder run = new EvidenceBuilder();
    private final Instant begin = run.now();

    @Test
    void aReceiveThatWasOpenAtTheSignalIsNobodysFault() {
        judged(NONE_AFTER, withReceives("leaving", 0, 9, 14))
                .passes("asked for no message later than 5 s after SIGTERM");
    }

    @Test
    void receivesThatBeginLongAfterTheSignalTakeMessagesForNobody() {
        judged(NONE_AFTER, withReceives("leaving", 0, 20, 40))
                .fails("leaving asked for messages 2 times after SIGTERM: 10.0 s after it, 30.0 s after it");
    }

    @Test
    void othersMayAskForMessages() {
        judged(NONE_AFTER, withReceives("next", 20)).passes("leaving asked for no message");
    }

    @Test
    void withoutTheGatewayNobodySees() {
        run.after(Duration.ofSeconds(10)).by("runner").fact(new Event.Signalled("leaving", "TERM"));

        judged(NONE_AFTER, run).isUnknown("nobody saw when leaving asked for messages");
    }

    @Test
    void aFaultThatTooFewCallsMetWasNotProvoked() {
        EvidenceBuilder seen = run.wire(new WireEvidence(History.of(List.of()), Set.of(), List.of(met(), met())));

        judged(PollChecks.met("throttled", 2), seen).passes("2 calls met the fault 'throttled'");
        judged(PollChecks.met("throttled", 3), seen).isUnknown("2 calls met the fault 'throttled'");
        judged(PollChecks.met("reply-lost", 1), seen).isUnknown("0 calls met the fault 'reply-lost'");
    }

    @Test
    void aConsumerThatNeverMakesTheCallIsNotConcerned() {
        EvidenceBuilder seen = run.wire(new WireEvidence(History.of(List.of()), Set.of(), List.of(met())));

        judged(PollChecks.made("ReceiveMessage", "receives"), seen).passes("it was called");
        judged(PollChecks.made("DeleteMessageBatch", "deletes by batch"), seen)
                .isSkipped("needs a consumer that deletes by batch");
    }

    private EvidenceBuilder withReceives(String process, int... seconds) {
        run.after(Duration.ofSeconds(10)).by("runner").fact(new Event.Signalled("leaving", "TERM"));
        List<WireCall> calls = Arrays.stream(seconds)
                .mapToObj(at -> new WireCall(
                        process,
                        WireCall.SQS,
                        WireCall.RECEIVE,
                        Set.of(),
                        begin.plusSeconds(at),
                        Optional.empty(),
                        false,
                        Optional.empty(),
                        List.of()))
                .toList();
        return run.wire(new WireEvidence(History.of(List.of()), Set.of(), calls));
    }

    private WireCall met() {
        return new WireCall(
                "c",
                WireCall.SQS,
                WireCall.RECEIVE,
                Set.of(),
                begin,
                Optional.of(begin),
                false,
                Optional.of("RequestThrottled"),
                List.of("throttled"));
    }
}
