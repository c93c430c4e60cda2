package dev.queuelab.gateway.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.queuelab.gateway.call.Body;
import dev.queuelab.gateway.call.Call;
import dev.queuelab.gateway.call.Headers;
import dev.queuelab.gateway.call.Reply;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FaultWindowTest {
    private static final Reply.Answer ANSWER = new Reply.Answer(200, Headers.of(Map.of()), Body.of("{}"));
    private static final Reply.Answer ERROR = new Reply.Answer(500, Headers.of(Map.of()), Body.of("{}"));

    private final FaultWindows windows = new FaultWindows();
    private Encounter encounter = new Encounter("q", List.of());

    private FaultWindow begin(String rule) {
        return windows.begin(new FaultRules(7, new SystemTime(Clock.systemUTC()), line -> {})
                .option(rule)
                .all());
    }

    private Reply reply(String caller, String operation, Reply service) {
        encounter = new Encounter("q", List.of());
        return windows.pass(call(caller, operation), encounter, forwarded -> service);
    }

    private static Call call(String caller, String operation) {
        return Call.of(
                1,
                caller,
                "POST",
                "/",
                Headers.of(Map.of("X-Amz-Target", List.of("AmazonSQS." + operation))),
                Body.of("{}"));
    }

    @Test
    void callsMeetItsRulesUntilItIsLifted() {
        FaultWindow window = begin("request-lost:service=sqs");
        assertThat(reply("a", "SendMessage", ANSWER)).isEqualTo(Reply.none());
        assertThat(encounter.met()).containsExactly("request-lost");

        window.lift();

        assertThat(reply("a", "SendMessage", ANSWER)).isEqualTo(ANSWER);
        assertThat(encounter.met()).isEmpty();
    }

    @Test
    void severalMayBeOpenAtOnce() {
        FaultWindow first = begin("request-lost:operations=SendMessage");
        begin("request-lost:operations=ReceiveMessage");
        first.lift();

        assertThat(reply("a", "SendMessage", ANSWER)).isEqualTo(ANSWER);
        assertThat(reply("a", "ReceiveMessage", ANSWER)).isEqualTo(Reply.none());
    }

    @Test
    void knowsWhoMetItAndWhatTheyDidSince() {
        FaultWindow window = begin("request-lost:operations=SendMessage");
        reply("a", "SendMessage", ANSWER);
        reply("a", "ReceiveMessage", ANSWER);
        reply("b", "ReceiveMessage", ANSWER);
        assertThat(window.callers()).isEqualTo(Map.of("a", Set.of()));

        window.lift();
        reply("a", "DeleteMessage", ERROR);
        reply("a", "SendMessage", ANSWER);
        reply("b", "SendMessage", ANSWER);

        assertThat(window.callers()).isEqualTo(Map.of("a", Set.of("SendMessage")));
    }
}
