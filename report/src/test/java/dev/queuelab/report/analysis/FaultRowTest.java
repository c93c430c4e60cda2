package dev.queuelab.report.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.queuelab.core.trace.HistoryBuilder;
import dev.queuelab.report.CallsBuilder;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FaultRowTest {
    private final CallMessages messages =
            new CallMessages(new HistoryBuilder().sent(0.5, "a").sent(0.6, "b").traces(9));

    private final CallsBuilder calls = new CallsBuilder()
            .ok(1, "c-1", "DeleteMessage", CallsBuilder.message("b"))
            .lost(2, "c-2", "DeleteMessage", 1, CallsBuilder.message("a"))
            .lost(2.1, "c-1", "DeleteMessage", 1, CallsBuilder.message("b"))
            .lost(2.2, "c-1", "DeleteMessage", 2, CallsBuilder.message("b"))
            .answered(3, "c-1", "ReceiveMessage", List.of("delay", "empty-poll"))
            .answered(3.5, "c-1", "UpdateItem", List.of("breakpoint"))
            .open(4, "c-1", "ReceiveMessage");

    @Test
    void aRowIsAFaultAnOperationAndAProcess() {
        assertThat(FaultRow.of(calls.calls(), messages))
                .containsExactly(
                        new FaultRow("delay", "ReceiveMessage", "c-1", 1, Set.of()),
                        new FaultRow("empty-poll", "ReceiveMessage", "c-1", 1, Set.of()),
                        new FaultRow("reply-lost", "DeleteMessage", "c-1", 2, Set.of("b")),
                        new FaultRow("reply-lost", "DeleteMessage", "c-2", 1, Set.of("a")));
    }

    @Test
    void faultsAreCountedByTheirNames() {
        assertThat(FaultRow.counts(calls.calls()).orElseThrow())
                .containsExactly(entry("delay", 1L), entry("empty-poll", 1L), entry("reply-lost", 3L));
    }

    @Test
    void noFaultIsAnotherThingThanNoGateway() {
        assertThat(FaultRow.counts(
                        new CallsBuilder().ok(1, "c-1", "ReceiveMessage").calls()))
                .hasValueSatisfying(counts -> assertThat(counts).isEmpty());
        assertThat(FaultRow.counts(List.of())).isEmpty();
    }
}
