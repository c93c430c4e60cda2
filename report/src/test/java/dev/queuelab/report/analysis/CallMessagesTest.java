package dev.queuelab.report.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.queuelab.core.history.Event;
import dev.queuelab.core.trace.HistoryBuilder;
import dev.queuelab.report.CallsBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;

class CallMessagesTest {
    private final HistoryBuilder run = new HistoryBuilder().sent(0.5, "a").sent(0.6, "b");

    @Test
    void aCallNamesMessagesInItsRequestAndItsReply() {
        CallMessages messages = messages();

        assertThat(messages.of(calls().ok(1, "c-1", "DeleteMessage", CallsBuilder.message("a"))
                        .calls()
                        .get(0)))
                .containsExactly("a");
        assertThat(messages.of(calls().answered(1, "c-1", "ReceiveMessage", List.of(), CallsBuilder.delivered("b", 2))
                        .calls()
                        .get(0)))
                .containsExactly("b");
    }

    @Test
    void aMessageWithoutAnIdIsKnownByTheQueuesNameForIt() {
        assertThat(messages().of(CallsBuilder.messageId("m-b"))).containsExactly("b");
    }

    @Test
    void aRedriveGivesAMessageANewNameThatItsReceiveShows() {
        run.at(3, "c-1", new Event.Received("a", "m-new", 1, HistoryBuilder.BEGIN, null));

        assertThat(messages().of(CallsBuilder.messageId("m-new"))).containsExactly("a");
    }

    @Test
    void anItemIsAboutTheMessagesWhoseEffectItRecords() {
        run.at(1, "c-1", new Event.EffectAttempted("a", "biz:order:7"))
                .at(2, "c-1", new Event.EffectAttempted("b", "biz:order:7"));

        assertThat(messages().of(CallsBuilder.item("a"))).containsExactly("a");
        assertThat(messages().of(CallsBuilder.item("biz:order:7"))).containsExactly("a", "b");
    }

    @Test
    void whatIsNoMessageOfTheRunIsNone() {
        assertThat(messages().of(CallsBuilder.message("of-another-run"))).isEmpty();
        assertThat(messages().of(CallsBuilder.item("some-lock"))).isEmpty();
    }

    @Test
    void aFaultOfABatchMetTheEntriesThatFailed() {
        CallsBuilder calls = calls().answered(
                        1,
                        "c-1",
                        "DeleteMessageBatch",
                        List.of("batch-partly-failed"),
                        CallsBuilder.message("a"),
                        CallsBuilder.failed("b", "InternalError"))
                .lost(2, "c-1", "DeleteMessageBatch", 1, CallsBuilder.message("a"), CallsBuilder.message("b"));

        assertThat(messages().metByFault(calls.calls().get(0))).containsExactly("b");
        assertThat(messages().metByFault(calls.calls().get(1))).containsExactly("a", "b");
    }

    private static CallsBuilder calls() {
        return new CallsBuilder();
    }

    private CallMessages messages() {
        return new CallMessages(run.traces(9));
    }
}
