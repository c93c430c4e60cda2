package dev.queuelab.scenarios.check;

import static dev.queuelab.scenarios.check.JudgedRun.judged;
import static org.assertj.core.api.Assertions.assertThat;

import dev.queuelab.core.call.CallBreak.Way;
import dev.queuelab.core.call.ProtocolCall;
import dev.queuelab.core.history.Event;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class BrokenCallChecksTest {
    private static final ProtocolCall RECEIVE = new ProtocolCall("ReceiveMessage", "q", 1);
    private static final ProtocolCall UPDATE = new ProtocolCall("UpdateItem", "t", 1);
    private static final ProtocolCall DELETE = new ProtocolCall("DeleteMessage", "q", 1);
    private static final List<Way> KILLED = List.of(Way.KILLED_BEFORE_CALL, Way.KILLED_BEFORE_REPLY);

    /** The queue's visibility timeout is 2 s. */
    private final EvidenceBuilder run = new EvidenceBuilder()
            .by("runner")
            .fact(new Event.CallsFound("c-1", List.of(RECEIVE, UPDATE, DELETE)))
            .sent("a");

    private EvidenceBuilder killed(ProtocolCall call, Way way) {
        return run.by("runner").fact(new Event.CallBroken("c-2", "a", call, way));
    }

    private void breakAllBut(Way missing) {
        for (ProtocolCall call : List.of(RECEIVE, UPDATE, DELETE)) {
            KILLED.stream()
                    .filter(way -> way != missing || !call.equals(UPDATE))
                    .forEach(way -> killed(call, way));
        }
    }

    @Test
    void everyCallIsBrokenInEveryWay() {
        breakAllBut(Way.FIRST_REPLY_LOST);

        judged(BrokenCallChecks.everyCallBroken(KILLED), run).passes("3 calls, each broken in 2 ways");
    }

    @Test
    void oneThatWasNotReachedIsNamed() {
        breakAllBut(Way.KILLED_BEFORE_REPLY);

        judged(BrokenCallChecks.everyCallBroken(KILLED), run)
                .isUnknown("1 did not come about: killed before the reply UpdateItem t");
    }

    @Test
    void withoutCallsNothingWasBroken() {
        judged(BrokenCallChecks.everyCallBroken(KILLED), new EvidenceBuilder()).isUnknown("no call");
    }

    @Test
    void whatWasNotDeletedComesAgain() {
        run.by("c-2").received("a");
        killed(DELETE, Way.KILLED_BEFORE_CALL).by("c-3").redelivered("a");

        judged(BrokenCallChecks.DELIVERED_AGAIN_IF_NOT_DELETED, run).passes("1 were delivered again, and 0");
    }

    @Test
    void whatWasNotDeletedAndDoesNotComeAgainIsNamed() {
        run.by("c-2").received("a");
        killed(UPDATE, Way.KILLED_BEFORE_REPLY);

        judged(BrokenCallChecks.DELIVERED_AGAIN_IF_NOT_DELETED, run)
                .fails("a, killed before the reply UpdateItem t, was delivered 1 times");
    }

    @Test
    void whatWasDeletedDoesNotComeAgain() {
        run.by("c-2").received("a");
        killed(DELETE, Way.KILLED_BEFORE_REPLY);

        judged(BrokenCallChecks.DELIVERED_AGAIN_IF_NOT_DELETED, run).passes("0 were delivered again, and 1");
        run.by("c-3").redelivered("a");
        judged(BrokenCallChecks.DELIVERED_AGAIN_IF_NOT_DELETED, run)
                .fails("a, killed before the reply DeleteMessage q, was delivered 2 times");
    }

    @Test
    void timeIsCountedFromWhenTheMessageWasVisibleAndAConsumerThere() {
        run.by("c-2").received("a");
        killed(UPDATE, Way.KILLED_BEFORE_CALL).after(Duration.ofSeconds(60));
        run.by("c-3")
                .fact(new Event.ShutdownRequested())
                .after(Duration.ofSeconds(15))
                .redelivered("a");

        judged(BrokenCallChecks.RECOVERED_IN_TIME, run).passes("all 1, the latest after 15.0 s");
    }

    @Test
    void aMessageThatNobodyTookInTimeIsNamed() {
        run.by("c-3").fact(new Event.ShutdownRequested()).by("c-2").received("a");
        killed(UPDATE, Way.KILLED_BEFORE_CALL)
                .after(Duration.ofSeconds(23))
                .by("c-3")
                .redelivered("a");

        judged(BrokenCallChecks.RECOVERED_IN_TIME, run).fails("a, killed before the call UpdateItem t, after 21.0 s");
    }

    @Test
    void theTableIsInTheOrderOfTheProtocol() {
        killed(DELETE, Way.KILLED_BEFORE_REPLY);
        killed(UPDATE, Way.KILLED_BEFORE_REPLY);
        killed(UPDATE, Way.KILLED_BEFORE_CALL);
        run.by("c-3").redelivered("a").attempted("a", "a").performed("a");

        assertThat(BrokenCallChecks.TABLE.draw().apply(run.evidence()).rows())
                .containsExactly(
                        List.of("UpdateItem t", "killed before the call", "2", "1", "0.0"),
                        List.of("UpdateItem t", "killed before the reply", "2", "1", "0.0"),
                        List.of("DeleteMessage q", "killed before the reply", "2", "1", "0.0"));
    }
}
