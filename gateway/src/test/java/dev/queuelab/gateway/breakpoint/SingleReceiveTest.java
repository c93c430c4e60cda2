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

class SingleReceiveTest {
    private static final Reply.Answer NONE = Reply.ok(Body.emptyObject());
    private static final Reply.Answer BROUGHT =
            new Reply.Answer(200, Headers.of(Map.of()), Body.of("{\"Messages\": [{}]}"));

    private final List<Integer> asked = new ArrayList<>();
    private final SingleReceive interceptor = new SingleReceive(3, () -> true);

    private Reply call(String operation, String request, Reply reply) {
        Headers headers = Headers.of(Map.of("X-Amz-Target", List.of("AmazonSQS." + operation)));
        Call call = Call.of(1, "c", "POST", "/", headers, Body.of(request));
        return interceptor.intercept(call, new Encounter("", List.of()), forwarded -> {
            asked.add(forwarded.request().path("MaxNumberOfMessages").asInt(-1));
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
    void pollsPassUntilOneBringsSomething() {
        assertThat(receive("{\"WaitTimeSeconds\": 0}", NONE)).isEqualTo(NONE);
        assertThat(receive("{\"WaitTimeSeconds\": 0}", BROUGHT)).isEqualTo(BROUGHT);
        assertThat(receive("{\"WaitTimeSeconds\": 0}", BROUGHT)).satisfies(SingleReceiveTest::bringsNothing);
        assertThat(asked).hasSize(2);
    }

    @Test
    void noMoreIsAskedForThanIsAllowed() {
        receive("{\"MaxNumberOfMessages\": 10}", NONE);
        receive("{\"MaxNumberOfMessages\": 2}", NONE);
        receive("{}", NONE);

        assertThat(asked).containsExactly(3, 2, 1);
    }

    @Test
    void aReplyThatIsLostHasBroughtThem() {
        receive("{}", Reply.lost(BROUGHT));

        assertThat(receive("{\"WaitTimeSeconds\": 0}", BROUGHT)).satisfies(SingleReceiveTest::bringsNothing);
    }

    @Test
    void othersPass() {
        receive("{}", BROUGHT);

        assertThat(call("DeleteMessage", "{}", NONE)).isEqualTo(NONE);
        assertThat(asked).hasSize(2);
    }
}
