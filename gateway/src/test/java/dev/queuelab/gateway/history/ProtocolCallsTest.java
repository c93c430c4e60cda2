package dev.queuelab.gateway.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.queuelab.core.call.ProtocolCall;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProtocolCallsTest {
    private static final String MESSAGE = "{'messageId': 'm-a', 'id': 'a'}";
    private static final String OTHER = "{'messageId': 'm-b', 'id': 'b'}";
    private static final String ITEM = "{'key': 'a'}";

    private final CallFacts calls = new CallFacts();

    private List<ProtocolCall> found() {
        return ProtocolCalls.aboutFirstMessage(CallFacts.records(calls.all()), "c");
    }

    private static ProtocolCall call(String operation, int occurrence) {
        return new ProtocolCall(operation, "q", occurrence);
    }

    @Test
    void theyAreThoseThatNameTheMessageInTheirOrder() {
        calls.called("c", "ReceiveMessage").answered();
        calls.called("c", "ReceiveMessage").answered(MESSAGE);
        calls.called("c", "UpdateItem", ITEM).answered();
        calls.called("c", "UpdateItem", "{'key': 'biz:order:7', 'id': 'a'}").answered();
        calls.called("c", "GetQueueUrl").answered();
        calls.called("c", "DeleteMessage", MESSAGE).answered();

        assertThat(found())
                .containsExactly(
                        call("ReceiveMessage", 1),
                        call("UpdateItem", 1),
                        call("UpdateItem", 2),
                        call("DeleteMessage", 1));
    }

    @Test
    void thoseAboutAnotherMessageOrOfAnotherProcessAreLeftOut() {
        calls.called("d", "ReceiveMessage").answered(OTHER);
        calls.called("c", "ReceiveMessage").answered(MESSAGE);
        calls.called("c", "ReceiveMessage").answered(OTHER);
        calls.called("d", "DeleteMessage", MESSAGE).answered();
        calls.called("c", "DeleteMessage", OTHER).answered();

        assertThat(found()).containsExactly(call("ReceiveMessage", 1));
    }

    @Test
    void aRepetitionByTheSdkIsNoFurtherCall() {
        calls.called("c", "ReceiveMessage").answered(MESSAGE);
        calls.called("c", "UpdateItem", ITEM).lost();
        calls.repeated().called("c", "UpdateItem", ITEM).answered();

        assertThat(found()).containsExactly(call("ReceiveMessage", 1), call("UpdateItem", 1));
    }

    @Test
    void whoeverReceivedNothingMadeNone() {
        calls.called("c", "ReceiveMessage").answered();

        assertThat(found()).isEmpty();
    }
}
