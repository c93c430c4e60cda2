package dev.queuelab.lab.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.queuelab.gateway.call.Body;
import dev.queuelab.gateway.call.Call;
import dev.queuelab.gateway.call.Headers;
import dev.queuelab.gateway.call.Reply;
import dev.queuelab.gateway.call.Subjects;
import dev.queuelab.gateway.fault.Encounter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RejectedWorkTest {
    private static final Reply.Answer DONE = answer("{}");
    private static final Reply.Answer DELIVERED = answer("{\"Messages\": ["
            + "{\"MessageId\": \"m-bad\", \"ReceiptHandle\": \"h\", \"Body\": \"{\\\"id\\\": \\\"bad\\\", \\\"work\\\": \\\"POISON\\\"}\"},"
            + "{\"MessageId\": \"m-raw\", \"ReceiptHandle\": \"i\", \"Body\": \"POISON, and no JSON\"},"
            + "{\"MessageId\": \"m-good\", \"ReceiptHandle\": \"j\", \"Body\": \"{\\\"id\\\": \\\"good\\\"}\"}]}");

    private final RejectedWork work = new RejectedWork("POISON");

    private static Reply.Answer answer(String body) {
        return new Reply.Answer(200, Headers.of(Map.of()), Body.of(body));
    }

    private Reply call(String path, Map<String, List<String>> headers, String body, Reply.Answer served) {
        Call call = Call.of(1, "c", "POST", path, Headers.of(headers), Body.of(body));
        return work.intercept(call, new Encounter("", new Subjects(false).of(call)), forwarded -> served);
    }

    private Reply receive() {
        return call("/", Map.of("X-Amz-Target", List.of("AmazonSQS.ReceiveMessage")), "{}", DELIVERED);
    }

    private Reply effect(String id) {
        return call("/effects", Map.of("Idempotency-Key", List.of("\"" + id + "\"")), "{\"id\": \"" + id + "\"}", DONE);
    }

    @Test
    void deliveriesPassAsTheyAre() {
        assertThat(receive()).isEqualTo(DELIVERED);
    }

    @Test
    void theWorkOfPoisonIsRefusedByWhateverNameItIsAskedFor() {
        receive();

        for (String name : List.of("bad", "m-bad", "m-raw")) {
            assertThat(effect(name))
                    .isInstanceOfSatisfying(
                            Reply.Answer.class,
                            refused -> assertThat(refused.status()).isEqualTo(422));
        }
    }

    @Test
    void allOtherWorkIsDone() {
        receive();

        assertThat(effect("good")).isEqualTo(DONE);
        assertThat(effect("never delivered")).isEqualTo(DONE);
    }

    @Test
    void whatThisProgramHasNotReceivedIsNotKnownToBePoison() {
        assertThat(effect("bad")).isEqualTo(DONE);
    }

    @Test
    void poisonMayBeDeletedAndHandedBack() {
        receive();

        assertThat(call(
                        "/",
                        Map.of("X-Amz-Target", List.of("AmazonSQS.DeleteMessage")),
                        "{\"ReceiptHandle\": \"h\"}",
                        DONE))
                .isEqualTo(DONE);
    }
}
