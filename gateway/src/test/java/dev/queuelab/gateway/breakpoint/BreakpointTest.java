package dev.queuelab.gateway.breakpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.queuelab.gateway.call.Body;
import dev.queuelab.gateway.call.Call;
import dev.queuelab.gateway.call.Headers;
import dev.queuelab.gateway.call.Reply;
import dev.queuelab.gateway.call.Subjects;
import dev.queuelab.gateway.fault.Encounter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BreakpointTest {
    private static final Reply.Answer DONE = answer(200, "{}");
    private static final Reply.Answer BROUGHT = answer(200, "{\"Messages\": [{}]}");
    private static final String EFFECT = """
            {"Key": {"message_id": {"S": "biz:order:7"}},
             "UpdateExpression": "SET original_message_id = :id ADD times_performed :one",
             "ExpressionAttributeValues": {":id": {"S": "a"}, ":one": {"N": "1"}}}
            """;
    private static final String STATUS = """
            {"Key": {"message_id": {"S": "a"}}, "UpdateExpression": "SET #s = :s",
             "ExpressionAttributeNames": {"#s": "status"}, "ExpressionAttributeValues": {":s": {"S": "STARTED"}}}
            """;

    private final List<String> happened = new ArrayList<>();
    private final Interceptors interceptors = new Interceptors();
    private Encounter encounter = new Encounter("", List.of());

    private void stopAt(Moment moment, CallPattern pattern, int occurrence, Breakpoint.Then then) {
        interceptors.add("c", new Breakpoint(moment, pattern, occurrence, call -> {
            happened.add("stopped");
            return then;
        }));
    }

    private Reply call(String process, String target, String request, Reply reply) {
        Headers headers = Headers.of(Map.of("X-Amz-Target", List.of(target)));
        Call call = Call.of(1, process, "POST", "/", headers, Body.of(request));
        encounter = new Encounter("", new Subjects(false).of(call));
        return interceptors.pass(call, encounter, forwarded -> {
            happened.add("forwarded");
            return reply;
        });
    }

    private Reply receive(Reply reply) {
        return call("c", "AmazonSQS.ReceiveMessage", "{}", reply);
    }

    private Reply update(String request, Reply reply) {
        return call("c", "DynamoDB_20120810.UpdateItem", request, reply);
    }

    private static Reply.Answer answer(int status, String body) {
        return new Reply.Answer(status, Headers.of(Map.of()), Body.of(body));
    }

    @Test
    void beforeTheReplyTheServiceHasDoneIt() {
        stopAt(Moment.BEFORE_REPLY, CallPattern.EFFECT, 1, Breakpoint.Then.CLOSE);

        Reply reply = update(EFFECT, DONE);

        assertThat(happened).containsExactly("forwarded", "stopped");
        assertThat(reply).isEqualTo(Reply.lost(DONE));
        assertThat(encounter.met()).containsExactly("breakpoint");
    }

    @Test
    void beforeTheCallTheServiceHasNotGotIt() {
        stopAt(Moment.BEFORE_CALL, CallPattern.EFFECT, 1, Breakpoint.Then.CLOSE);

        assertThat(update(EFFECT, DONE)).isEqualTo(Reply.none());
        assertThat(happened).containsExactly("stopped");
    }

    @Test
    void theCallMayGoOn() {
        stopAt(Moment.BEFORE_CALL, CallPattern.EFFECT, 1, Breakpoint.Then.GO_ON);

        assertThat(update(EFFECT, DONE)).isEqualTo(DONE);
        assertThat(happened).containsExactly("stopped", "forwarded");
    }

    @Test
    void itIsReachedOnceAtTheCallThatIsMeant() {
        stopAt(Moment.BEFORE_REPLY, CallPattern.EFFECT, 2, Breakpoint.Then.GO_ON);

        update(EFFECT, DONE);
        assertThat(happened).containsExactly("forwarded");
        update(EFFECT, DONE);
        update(EFFECT, DONE);
        assertThat(happened).containsExactly("forwarded", "forwarded", "stopped", "forwarded");
    }

    @Test
    void anEmptyPollAndARefusedWriteAreNotDone() {
        stopAt(Moment.BEFORE_REPLY, CallPattern.RECEIVE, 1, Breakpoint.Then.GO_ON);
        stopAt(Moment.BEFORE_REPLY, CallPattern.EFFECT, 1, Breakpoint.Then.GO_ON);

        receive(DONE);
        update(EFFECT, answer(400, "{\"__type\": \"ConditionalCheckFailedException\"}"));
        assertThat(happened).doesNotContain("stopped");

        receive(BROUGHT);
        assertThat(happened).endsWith("forwarded", "stopped");
    }

    @Test
    void aWriteThatRecordsNoEffectIsNone() {
        stopAt(Moment.BEFORE_CALL, CallPattern.EFFECT, 1, Breakpoint.Then.GO_ON);

        update(STATUS, DONE);

        assertThat(happened).containsExactly("forwarded");
    }

    @Test
    void anotherProcessPasses() {
        stopAt(Moment.BEFORE_CALL, CallPattern.RECEIVE, 1, Breakpoint.Then.CLOSE);

        assertThat(call("d", "AmazonSQS.ReceiveMessage", "{}", BROUGHT)).isEqualTo(BROUGHT);
    }
}
