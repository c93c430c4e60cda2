package dev.queuelab.scenarios.check;

import static dev.queuelab.scenarios.check.JudgedRun.judged;
import static org.assertj.core.api.Assertions.assertThat;

import dev.queuelab.core.history.Event;
import dev.queuelab.core.history.History;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OutageChecksTest {
    private static final String CONSUMER = "consumer-1";
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final EvidenceBuilder run = new EvidenceBuilder();
    private final List<WireCall> calls = new ArrayList<>();
    private final Instant begin = run.now();

    /** An outage of one second. */
    OutageChecksTest() {
        run.by(CONSUMER).fact(started("1"));
        run.by("runner").fact(new Event.FaultBegun("SQS is down", List.of("request-lost")));
        run.after(SECOND).fact(new Event.FaultEnded("SQS is down"));
    }

    private static Event started(String concurrency) {
        return new Event.Started("consumer", 1, Map.of("CONCURRENCY", concurrency));
    }

    private void call(Duration after, String service, String operation, boolean ok, boolean broken, String... names) {
        calls.add(call(begin.plus(after), service, operation, ok, broken, names));
    }

    private static WireCall call(
            Instant at, String service, String operation, boolean ok, boolean broken, String... names) {
        return new WireCall(
                CONSUMER,
                service,
                operation,
                Set.of(names),
                at,
                Optional.of(at),
                ok,
                Optional.empty(),
                broken ? List.of("a fault") : List.of());
    }

    private void brokenReceives(int number) {
        for (int place = 1; place <= number; place++) {
            call(SECOND.multipliedBy(place).dividedBy(number + 1), WireCall.SQS, "ReceiveMessage", false, true);
        }
    }

    private void succeeds(String operation, Duration afterEnd) {
        call(SECOND.plus(afterEnd).plusMillis(10), WireCall.SQS, operation, true, false);
    }

    private EvidenceBuilder seen() {
        return run.wire(new WireEvidence(History.of(List.of()), Set.of(), calls));
    }

    @Test
    void whoReceivesSoonAfterTheEndHasResumed() {
        brokenReceives(3);
        succeeds("ReceiveMessage", SECOND);

        judged(OutageChecks.RESUMED, seen()).passes("all 1 times, after 1.0 s at most");
    }

    @Test
    void whoReceivesMuchLaterHasNotResumedInTime() {
        brokenReceives(3);
        succeeds("ReceiveMessage", Duration.ofSeconds(21));

        judged(OutageChecks.RESUMED, seen()).fails("consumer-1 at \"SQS is down\" after 21.0 s");
    }

    @Test
    void aDeletionAloneIsNoResumption() {
        brokenReceives(3);
        succeeds("DeleteMessage", SECOND);

        judged(OutageChecks.RESUMED, seen()).fails("consumer-1 at \"SQS is down\" not at all");
    }

    @Test
    void neitherIsACallOfAnotherService() {
        brokenReceives(3);
        call(SECOND.multipliedBy(2), WireCall.DYNAMODB, "UpdateItem", true, false);

        judged(OutageChecks.RESUMED, seen()).fails("not at all");
    }

    @Test
    void withoutAnOutageNothingIsKnownAboutIts() {
        judged(OutageChecks.RESUMED, new EvidenceBuilder()).isUnknown("no outage was met");
        judged(OutageChecks.CALLS_BOUNDED, new EvidenceBuilder()).isUnknown("no outage was met");
        judged(OutageChecks.met(1), new EvidenceBuilder()).isUnknown("0 came about");
    }

    @Test
    void someCallsDuringAnOutageAreNoStorm() {
        brokenReceives(14);

        judged(OutageChecks.CALLS_BOUNDED, seen()).passes("calls a second");
    }

    @Test
    void manyAre() {
        brokenReceives(16);

        judged(OutageChecks.CALLS_BOUNDED, seen())
                .fails("1 of 1 were call storms: consumer-1 at \"SQS is down\" made 16 calls");
    }

    /** What an SDK repeats of each deletion comes to an end by itself. */
    @Test
    void aProgramThatDoesNotSayHowManyItWorksOnMayMakeSoManyForEachMessage() {
        run.withEntries(List.of()).by("runner").fact(new Event.FaultBegun("SQS is down", List.of("request-lost")));
        Instant begun = run.now();
        run.after(SECOND).fact(new Event.FaultEnded("SQS is down"));
        for (int place = 0; place < 28; place++) {
            String message = place % 2 == 0 ? "a" : "b";
            calls.add(call(begun.plusMillis(place), WireCall.SQS, "DeleteMessage", false, true, message));
        }

        judged(OutageChecks.CALLS_BOUNDED, seen()).passes("28.0 calls a second");
        calls.replaceAll(call -> call(call.begunAt(), WireCall.SQS, "ReceiveMessage", false, true));
        judged(OutageChecks.CALLS_BOUNDED, seen()).fails("made 28 calls");
    }

    @Test
    void whoWorksOnSeveralMessagesMayMakeSoManyForEach() {
        run.withEntries(List.of()).by(CONSUMER).fact(started("2"));
        run.by("runner").fact(new Event.FaultBegun("SQS is down", List.of("request-lost")));
        Instant begun = run.now();
        run.after(SECOND).fact(new Event.FaultEnded("SQS is down"));
        for (int place = 0; place < 28; place++) {
            calls.add(call(begun.plusMillis(place), WireCall.DYNAMODB, "UpdateItem", false, true));
        }

        judged(OutageChecks.CALLS_BOUNDED, seen()).passes("calls a second");
    }

    @Test
    void anEffectAfterATablesAnswerIsNoGuess() {
        call(Duration.ZERO, WireCall.SQS, "ReceiveMessage", true, false, "a", "m-a");
        call(Duration.ofMillis(1), WireCall.DYNAMODB, "UpdateItem", true, false, "a");
        call(Duration.ofMillis(2), WireCall.EFFECTS, "PostEffect", true, false, "a");

        judged(OutageChecks.NO_EFFECT_ON_A_GUESS, seen()).passes("before each of 1 effects a table had answered");
    }

    @Test
    void whoCallsNoTableHasNoneToAsk() {
        call(Duration.ZERO, WireCall.SQS, "ReceiveMessage", true, false, "a", "m-a");
        call(Duration.ofMillis(2), WireCall.EFFECTS, "PostEffect", true, false, "a");

        judged(OutageChecks.NO_EFFECT_ON_A_GUESS, seen()).isSkipped("no process called DynamoDB");
    }

    @Test
    void oneAfterAFailedCallOfATableIs() {
        call(Duration.ZERO, WireCall.SQS, "ReceiveMessage", true, false, "a", "m-a");
        call(Duration.ofMillis(1), WireCall.DYNAMODB, "UpdateItem", false, true, "a");
        call(Duration.ofMillis(2), WireCall.EFFECTS, "PostEffect", true, false, "a");

        judged(OutageChecks.NO_EFFECT_ON_A_GUESS, seen()).fails("1 of 1 effects: consumer-1 for a");
    }

    @Test
    void whatATableSaidAtAnEarlierDeliveryOrOfAnotherMessageDoesNotCount() {
        call(Duration.ZERO, WireCall.SQS, "ReceiveMessage", true, false, "a", "m-a");
        call(Duration.ofMillis(1), WireCall.DYNAMODB, "UpdateItem", true, false, "a");
        call(Duration.ofMillis(2), WireCall.SQS, "ReceiveMessage", true, false, "a", "m-a");
        call(Duration.ofMillis(3), WireCall.DYNAMODB, "UpdateItem", true, false, "b");
        call(Duration.ofMillis(4), WireCall.EFFECTS, "PostEffect", true, false, "a");

        judged(OutageChecks.NO_EFFECT_ON_A_GUESS, seen()).fails("consumer-1 for a");
    }

    @Test
    void oneFailedRequestAMessageIsAccepted() {
        call(Duration.ZERO, WireCall.EFFECTS, "PostEffect", false, true, "a");
        call(Duration.ofMillis(1), WireCall.EFFECTS, "PostEffect", false, true, "b");
        call(SECOND.multipliedBy(2), WireCall.EFFECTS, "PostEffect", true, false, "a");

        judged(OutageChecks.ONE_TRY_A_MESSAGE, seen()).passes("for each of 2 messages once");
    }

    @Test
    void twoAreNot() {
        call(Duration.ZERO, WireCall.EFFECTS, "PostEffect", false, true, "a");
        call(Duration.ofMillis(1), WireCall.EFFECTS, "PostEffect", false, true, "a");

        judged(OutageChecks.ONE_TRY_A_MESSAGE, seen()).fails("1 of 1 messages: a 2 times");
        judged(OutageChecks.ONE_TRY_A_MESSAGE, new EvidenceBuilder()).isUnknown("was not asked");
    }

    @Test
    void theTableHasARowForEachProcessThatMetAnOutage() {
        brokenReceives(4);
        succeeds("ReceiveMessage", Duration.ofMillis(490));

        assertThat(OutageChecks.TABLE.draw().apply(seen().evidence()).rows())
                .containsExactly(List.of("SQS is down", "1.0", CONSUMER, "4", "4.0", "0.50"));
        judged(OutageChecks.met(1), seen()).passes("consumers met 1");
        judged(OutageChecks.met(2), seen()).isUnknown("1 came about");
    }
}
