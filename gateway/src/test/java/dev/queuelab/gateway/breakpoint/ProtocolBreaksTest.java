package dev.queuelab.gateway.breakpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.queuelab.core.call.CallBreak;
import dev.queuelab.core.call.CallBreak.Way;
import dev.queuelab.core.call.ProtocolCall;
import dev.queuelab.gateway.call.Body;
import dev.queuelab.gateway.call.Call;
import dev.queuelab.gateway.call.Headers;
import dev.queuelab.gateway.call.Reply;
import dev.queuelab.gateway.call.Subjects;
import dev.queuelab.gateway.fault.Encounter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ProtocolBreaksTest {
    private static final ProtocolCall RECEIVE = new ProtocolCall("ReceiveMessage", "q", 1);
    private static final ProtocolCall FIRST_UPDATE = new ProtocolCall("UpdateItem", "status", 1);
    private static final ProtocolCall SECOND_UPDATE = new ProtocolCall("UpdateItem", "status", 2);
    private static final ProtocolCall DELETE = new ProtocolCall("DeleteMessage", "q", 1);

    private static final Reply.Answer DONE = answer("{}");

    private final List<String> happened = new ArrayList<>();
    private final Subjects subjects = new Subjects(false);
    private ProtocolBreaks breaks = new ProtocolBreaks(List.of(), (broken, id) -> {});

    private void breaking(CallBreak... all) {
        breaks = new ProtocolBreaks(
                List.of(all), (broken, id) -> happened.add(broken.way() + " " + id.orElse("nothing")));
    }

    private static CallBreak broken(ProtocolCall call, Way way) {
        return new CallBreak(call, way);
    }

    private static Reply.Answer answer(String body) {
        return new Reply.Answer(200, Headers.of(Map.of()), Body.of(body));
    }

    private static Reply.Answer messages(String... ids) {
        return answer(Arrays.stream(ids)
                .map(id -> String.format(
                        Locale.ROOT,
                        "{\"MessageId\": \"m-%1$s\", \"ReceiptHandle\": \"h-%1$s\", \"Body\": \"{\\\"id\\\": \\\"%1$s\\\"}\"}",
                        id))
                .collect(Collectors.joining(", ", "{\"Messages\": [", "]}")));
    }

    private Reply call(String target, String request, Reply.Answer answer, String invocation, int attempt) {
        Call call = Call.of(
                1,
                "c",
                "POST",
                "/",
                Headers.of(Map.of(
                        "X-Amz-Target", List.of(target),
                        "amz-sdk-invocation-id", List.of(invocation),
                        "amz-sdk-request", List.of("attempt=" + attempt + "; max=3"))),
                Body.of(request));
        Reply reply = breaks.intercept(call, new Encounter(call.resource(), subjects.of(call)), forwarded -> {
            happened.add("forwarded");
            return answer;
        });
        subjects.of(call, answer);
        return reply;
    }

    private Reply receive(Reply.Answer answer, String invocation, int attempt) {
        return call("AmazonSQS.ReceiveMessage", "{\"QueueUrl\": \"http://x/q\"}", answer, invocation, attempt);
    }

    private Reply receive(String... ids) {
        return receive(messages(ids), "r", 1);
    }

    private Reply update(String id, String invocation, int attempt) {
        String request = "{\"TableName\": \"status\", \"Key\": {\"message_id\": {\"S\": \"" + id + "\"}}}";
        return call("DynamoDB_20120810.UpdateItem", request, DONE, invocation, attempt);
    }

    private Reply delete(String id) {
        String request = "{\"QueueUrl\": \"http://x/q\", \"ReceiptHandle\": \"h-" + id + "\"}";
        return call("AmazonSQS.DeleteMessage", request, DONE, "d-" + id, 1);
    }

    @Test
    void beforeTheCallItIsNotForwarded() {
        breaking(broken(DELETE, Way.KILLED_BEFORE_CALL));
        receive("a");
        happened.clear();

        assertThat(delete("a")).isEqualTo(Reply.none());
        assertThat(happened).containsExactly("KILLED_BEFORE_CALL a");
    }

    @Test
    void beforeTheReplyTheServiceHasDoneIt() {
        breaking(broken(FIRST_UPDATE, Way.KILLED_BEFORE_REPLY));
        receive("a");
        happened.clear();

        assertThat(update("a", "u", 1)).isEqualTo(Reply.lost(DONE));
        assertThat(happened).containsExactly("forwarded", "KILLED_BEFORE_REPLY a");
    }

    @Test
    void aReceiveThatIsNotForwardedIsAboutNoMessage() {
        breaking(broken(RECEIVE, Way.KILLED_BEFORE_CALL), broken(DELETE, Way.FIRST_REPLY_LOST));

        assertThat(receive("a")).isEqualTo(Reply.none());
        assertThat(happened).containsExactly("KILLED_BEFORE_CALL nothing");
        receive("a");
        assertThat(delete("a")).isEqualTo(Reply.lost(DONE));
    }

    @Test
    void theReplyThatBringsTheMessageMayBeTheOne() {
        breaking(broken(RECEIVE, Way.FIRST_REPLY_LOST));

        Reply.Answer brought = messages("a");

        assertThat(receive(DONE, "r-1", 1)).isEqualTo(DONE);
        assertThat(receive(brought, "r-2", 1)).isEqualTo(Reply.lost(brought));
        assertThat(receive(brought, "r-3", 1)).isEqualTo(brought);
    }

    @Test
    void callsOfOneKindAreToldApartByTheirNumber() {
        breaking(broken(SECOND_UPDATE, Way.FIRST_REPLY_LOST));
        receive("a");

        assertThat(update("a", "u-1", 1)).isEqualTo(DONE);
        assertThat(update("a", "u-2", 1)).isEqualTo(Reply.lost(DONE));
        assertThat(update("a", "u-3", 1)).isEqualTo(DONE);
    }

    @Test
    void whatAnSdkRepeatsIsTheSameCall() {
        breaking(broken(SECOND_UPDATE, Way.FIRST_REPLY_LOST));
        receive("a");

        update("a", "u-1", 1);
        assertThat(update("a", "u-1", 2)).isEqualTo(DONE);
        assertThat(update("a", "u-2", 1)).isEqualTo(Reply.lost(DONE));
        assertThat(update("a", "u-2", 2)).isEqualTo(DONE);
    }

    @Test
    void allTriesOfACallMayLoseTheirReply() {
        breaking(broken(FIRST_UPDATE, Way.ALL_REPLIES_LOST));
        receive("a");

        assertThat(update("a", "u-1", 1)).isEqualTo(Reply.lost(DONE));
        assertThat(update("a", "u-1", 2)).isEqualTo(Reply.lost(DONE));
        assertThat(update("a", "u-2", 1)).isEqualTo(DONE);
    }

    @Test
    void furtherTriesOfALostReceiveTakeNoOtherMessage() {
        breaking(broken(RECEIVE, Way.ALL_REPLIES_LOST));
        receive(messages("a"), "r-1", 1);
        happened.clear();

        assertThat(receive(messages("b"), "r-1", 2)).isEqualTo(Reply.none());
        assertThat(happened).isEmpty();
    }

    @Test
    void eachMessageHasABreakOfItsOwn() {
        breaking(broken(DELETE, Way.FIRST_REPLY_LOST), broken(FIRST_UPDATE, Way.FIRST_REPLY_LOST));
        receive("a");
        receive("a"); // a redelivery is no new message
        receive("b", "c");

        assertThat(update("a", "u-1", 1)).isEqualTo(DONE);
        assertThat(update("b", "u-2", 1)).isEqualTo(Reply.lost(DONE));
        assertThat(update("c", "u-3", 1)).isEqualTo(DONE);
        assertThat(delete("a")).isEqualTo(Reply.lost(DONE));
        assertThat(delete("b")).isEqualTo(DONE);
        assertThat(delete("c")).isEqualTo(DONE);
    }

    /** Else one deletion could be about both, and only one of their breaks would come about. */
    @Test
    void untilACallByBatchWasMadeNoOtherMessageIsReceived() throws InterruptedException {
        ProtocolCall byBatch = new ProtocolCall("DeleteMessageBatch", "q", 1);
        breaking(broken(byBatch, Way.FIRST_REPLY_LOST), broken(byBatch, Way.ALL_REPLIES_LOST));
        receive("a");
        happened.clear();

        Thread poll = new Thread(() -> receive("b"));
        poll.start();
        while (poll.isAlive() && poll.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        assertThat(happened).isEmpty();
        assertThat(deleteByBatch("a")).isEqualTo(Reply.lost(DONE));
        poll.join();

        assertThat(happened).containsExactly("forwarded", "FIRST_REPLY_LOST a", "forwarded");
    }

    private Reply deleteByBatch(String id) {
        String request =
                "{\"QueueUrl\": \"http://x/q\", \"Entries\": [{\"Id\": \"1\", \"ReceiptHandle\": \"h-" + id + "\"}]}";
        return call("AmazonSQS.DeleteMessageBatch", request, DONE, "d-" + id, 1);
    }
}
