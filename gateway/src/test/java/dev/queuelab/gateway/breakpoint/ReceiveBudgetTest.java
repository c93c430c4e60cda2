package dev.queuelab.gateway.breakpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.queuelab.gateway.call.Body;
import dev.queuelab.gateway.call.Call;
import dev.queuelab.gateway.call.Headers;
import dev.queuelab.gateway.call.Reply;
import dev.queuelab.gateway.fault.Encounter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReceiveBudgetTest {
    private static final Reply.Answer NONE = Reply.ok(Body.emptyObject());
    private static final Reply.Answer TWO = brought("[{}, {}]");
    private static final Reply.Answer ONE = brought("[{}]");

    private final List<Call> forwarded = new ArrayList<>();
    private final ReceiveBudget interceptor = new ReceiveBudget(3, () -> true);

    private static Reply.Answer brought(String messages) {
        return new Reply.Answer(200, Headers.of(Map.of()), Body.of("{\"Messages\": " + messages + "}"));
    }

    private Reply call(String operation, String request, Reply reply) {
        Headers headers = Headers.of(Map.of("X-Amz-Target", List.of("AmazonSQS." + operation)));
        Call call = Call.of(1, "c", "POST", "/", headers, Body.of(request));
        return interceptor.intercept(call, new Encounter("", List.of()), passed -> {
            forwarded.add(passed);
            return reply;
        });
    }

    private static void bringsNothing(Reply reply) {
        assertThat(reply).isInstanceOfSatisfying(Reply.Answer.class, answer -> {
            assertThat(answer.isOk()).isTrue();
            assertThat(answer.json()).isEmpty();
        });
    }

    private Reply receive(String request, Reply reply) {
        return call("ReceiveMessage", request, reply);
    }

    @Test
    void pollsPassUntilTheBudgetIsSpent() {
        assertThat(receive("{\"WaitTimeSeconds\": 0}", NONE)).isEqualTo(NONE);
        assertThat(receive("{\"WaitTimeSeconds\": 0}", TWO)).isEqualTo(TWO);
        assertThat(receive("{\"WaitTimeSeconds\": 0}", ONE)).isEqualTo(ONE);
        assertThat(receive("{\"WaitTimeSeconds\": 0}", ONE)).satisfies(ReceiveBudgetTest::bringsNothing);
        assertThat(forwarded).hasSize(3);
    }

    @Test
    void noPollAsksForMoreThanIsLeft() {
        receive("{\"MaxNumberOfMessages\": 10}", TWO);
        receive("{\"MaxNumberOfMessages\": 10}", NONE);

        assertThat(forwarded)
                .extracting(call -> call.request().path("MaxNumberOfMessages").asInt())
                .containsExactly(3, 1);
    }

    @Test
    void aReplyThatIsLostHasBroughtItsMessages() {
        receive("{}", Reply.lost(TWO));
        receive("{}", Reply.lost(ONE));

        assertThat(receive("{\"WaitTimeSeconds\": 0}", ONE)).satisfies(ReceiveBudgetTest::bringsNothing);
    }

    @Test
    void othersPass() {
        receive("{}", TWO);
        receive("{}", ONE);

        assertThat(call("DeleteMessage", "{}", NONE)).isEqualTo(NONE);
        assertThat(forwarded).hasSize(3);
    }
}
