package dev.queuelab.report.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.queuelab.core.trace.HistoryBuilder;
import dev.queuelab.gateway.history.CallRecord;
import dev.queuelab.report.CallsBuilder;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CallChoiceTest {
    private static final Set<String> UNUSUAL = Set.of("b");

    private final CallMessages messages =
            new CallMessages(new HistoryBuilder().sent(0.5, "a").sent(0.6, "b").traces(9));

    private final List<CallRecord> calls = new CallsBuilder()
            .ok(1, "c-1", "ReceiveMessage")
            .ok(2, "c-1", "GetQueueAttributes")
            .ok(3, "c-1", "DeleteMessage", CallsBuilder.message("a"))
            .ok(4, "c-1", "DeleteMessage", CallsBuilder.message("b"))
            .refused(5, "c-1", "DeleteMessage", "ReceiptHandleIsInvalid", CallsBuilder.message("a"))
            .lost(6, "c-1", "DeleteMessage", 1, CallsBuilder.message("a"))
            .answered(7, "c-1", "ReceiveMessage", List.of("empty-poll"))
            .open(8, "c-1", "ReceiveMessage")
            .calls();

    @Test
    void allAreKeptWhereTheyFit() {
        assertThat(choose(8)).isEqualTo(calls);
    }

    @Test
    void faultsErrorsAndCallsWithoutAReplyComeFirst() {
        assertThat(numbers(4)).containsExactly(5L, 6L, 7L, 8L);
    }

    @Test
    void thenMessagesThatTookAnUnusualWayAndPollsThatFoundNothingLast() {
        assertThat(numbers(5)).containsExactly(4L, 5L, 6L, 7L, 8L);
        assertThat(numbers(6)).containsExactly(3L, 4L, 5L, 6L, 7L, 8L);
        assertThat(numbers(7)).containsExactly(2L, 3L, 4L, 5L, 6L, 7L, 8L);
    }

    @Test
    void ofThoseThatDoNotAllFitSomeOfAllTheRunAreKept() {
        CallsBuilder many = new CallsBuilder();
        for (int i = 0; i < 50_000; i++) {
            many.ok(i / 1_000.0, "c-1", "GetQueueAttributes");
        }

        List<CallRecord> kept = CallChoice.of(many.calls(), 500, messages, UNUSUAL);

        assertThat(kept).hasSize(500);
        assertThat(kept).first().extracting(call -> call.called().call()).isEqualTo(1L);
        assertThat(kept)
                .last()
                .satisfies(call -> assertThat(call.called().call()).isGreaterThan(49_800));
    }

    @Test
    void noneMayBeKept() {
        assertThat(choose(0)).isEmpty();
    }

    private List<CallRecord> choose(int most) {
        return CallChoice.of(calls, most, messages, UNUSUAL);
    }

    private List<Long> numbers(int most) {
        return choose(most).stream().map(call -> call.called().call()).toList();
    }
}
