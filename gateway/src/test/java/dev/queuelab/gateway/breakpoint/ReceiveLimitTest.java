package dev.queuelab.gateway.breakpoint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.queuelab.gateway.call.Body;
import dev.queuelab.gateway.call.Call;
import dev.queuelab.gateway.call.Headers;
import dev.queuelab.gateway.call.Reply;
import dev.queuelab.gateway.fault.Encounter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReceiveLimitTest {
    private static final Reply.Answer REPLY = Reply.ok(Body.emptyObject());

    private final List<ObjectNode> forwarded = new ArrayList<>();
    private final ReceiveLimit limit = new ReceiveLimit(3);

    private Reply call(String operation, String request) {
        Headers headers = Headers.of(Map.of("X-Amz-Target", List.of("AmazonSQS." + operation)));
        Call call = Call.of(1, "c", "POST", "/", headers, Body.of(request));
        return limit.intercept(call, new Encounter("", List.of()), passed -> {
            forwarded.add(passed.request());
            return REPLY;
        });
    }

    private List<String> forwarded() {
        return forwarded.stream().map(ObjectNode::toString).toList();
    }

    @Test
    void noReceiveAsksForMore() {
        assertThat(call("ReceiveMessage", "{\"MaxNumberOfMessages\":10,\"WaitTimeSeconds\":20}"))
                .isEqualTo(REPLY);

        assertThat(forwarded()).containsExactly("{\"MaxNumberOfMessages\":3,\"WaitTimeSeconds\":20}");
    }

    @Test
    void whoAsksForFewerGetsNoMore() {
        call("ReceiveMessage", "{\"MaxNumberOfMessages\":2}");
        call("ReceiveMessage", "{}");

        assertThat(forwarded()).containsExactly("{\"MaxNumberOfMessages\":2}", "{}");
    }

    @Test
    void otherCallsPassUnchanged() {
        call("DeleteMessage", "{\"MaxNumberOfMessages\":10}");

        assertThat(forwarded()).containsExactly("{\"MaxNumberOfMessages\":10}");
    }
}
