package dev.queuelab.gateway.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SubjectsTest {
    private static final String RECEIVED = """
            {"Messages": [{"MessageId": "m", "ReceiptHandle": "h", "Body": "{\\"id\\": \\"a\\"}",
             "Attributes": {"ApproximateReceiveCount": "2", "SentTimestamp": "1000"}}]}
            """;

    private final Subjects subjects = new Subjects(false);

    @Test
    void aSentMessageIsKnownByItsIdAndItsDigest() {
        assertThat(subjects.of(call("AmazonSQS.SendMessage", "{\"MessageBody\": \"{\\\"id\\\": \\\"a\\\"}\"}")))
                .singleElement()
                .satisfies(message -> {
                    assertThat(message.name()).isEqualTo("a");
                    assertThat(message.digest()).isPresent();
                    assertThat(message.body()).isEmpty();
                });
    }

    @Test
    void bodiesAreRecordedWholeOnlyIfAskedFor() {
        Call send = call("AmazonSQS.SendMessage", "{\"MessageBody\": \"secret\"}");

        assertThat(new Subjects(true).of(send).get(0).body()).contains("secret");
        assertThat(subjects.of(send).toString()).doesNotContain("secret");
    }

    @Test
    void aDeletionIsOfTheMessageWhoseHandleItHas() {
        subjects.of(call("AmazonSQS.ReceiveMessage", "{}"), answer(RECEIVED));

        assertThat(subjects.of(call("AmazonSQS.DeleteMessage", "{\"ReceiptHandle\": \"h\"}")))
                .singleElement()
                .satisfies(message -> {
                    assertThat(message.name()).isEqualTo("a");
                    assertThat(message.messageId()).contains("m");
                });
    }

    @Test
    void aWriteThatNamesAMessageOrCountsIsAnEffect() {
        String key = "{\"Key\": {\"message_id\": {\"S\": \"k\"}}, ";
        String named = key + "\"UpdateExpression\": \"SET #o = :m\", \"ExpressionAttributeNames\": {\"#o\":"
                + " \"original_message_id\"}, \"ExpressionAttributeValues\": {\":m\": {\"S\": \"a\"}}}";
        String counted = key + "\"UpdateExpression\": \"ADD times_performed :one\"}";
        String item = "{\"Item\": {\"message_id\": {\"S\": \"k\"}, \"original_message_id\": {\"S\": \"a\"}}}";

        assertThat(effect("UpdateItem", named)).contains("a");
        assertThat(effect("UpdateItem", counted)).contains("k");
        assertThat(effect("PutItem", item)).contains("a");
        assertThat(effect("UpdateItem", key + "\"UpdateExpression\": \"SET attempts = :n\"}"))
                .isEmpty();
        assertThat(effect("GetItem", key + "\"ProjectionExpression\": \"times_performed\"}"))
                .isEmpty();
    }

    /** The message whose effect the request writes. */
    private Optional<String> effect(String operation, String request) {
        Subject item =
                subjects.of(call("DynamoDB_20120810." + operation, request)).get(0);
        assertThat(item.key()).contains("k");
        return item.isEffect() ? item.id() : Optional.empty();
    }

    @Test
    void aReceiptHandleIsNeverWhole() {
        List<Subject> received = subjects.of(call("AmazonSQS.ReceiveMessage", "{}"), answer(RECEIVED));

        assertThat(received.get(0).handle()).contains(Digest.sha256("h").substring(0, 16));
        assertThat(received.get(0).receiveCount()).contains(2);
        assertThat(received.get(0).sentAt())
                .hasValueSatisfying(at -> assertThat(at).hasToString("1970-01-01T00:00:01Z"));
    }

    @Test
    void aBatchSaysWhatBecameOfEachEntry() {
        Call batch = call("AmazonSQS.SendMessageBatch", """
                {"Entries": [{"Id": "1", "MessageBody": "{\\"id\\": \\"a\\"}"}, {"Id": "2", "MessageBody": "{\\"id\\": \\"b\\"}"}]}
                """);

        List<Subject> done = subjects.of(batch, answer("""
                {"Successful": [{"Id": "2", "MessageId": "m"}], "Failed": [{"Id": "1", "Code": "InternalError"}]}
                """));

        assertThat(done).extracting(Subject::id).containsExactly(Optional.of("b"), Optional.of("a"));
        assertThat(done).extracting(Subject::failed).containsExactly(Optional.empty(), Optional.of("InternalError"));
    }

    @Test
    void anItemIsKnownByItsKey() {
        assertThat(subjects.of(call("DynamoDB_20120810.UpdateItem", "{\"Key\": {\"message_id\": {\"S\": \"a\"}}}")))
                .extracting(Subject::name)
                .containsExactly("a");
        assertThat(subjects.of(call("DynamoDB_20120810.PutItem", "{\"Item\": {\"message_id\": {\"S\": \"b\"}}}")))
                .extracting(Subject::name)
                .containsExactly("b");
    }

    private static Call call(String target, String body) {
        return Call.of(1, "client", "POST", "/", Headers.of(Map.of("X-Amz-Target", List.of(target))), Body.of(body));
    }

    private static Reply.Answer answer(String body) {
        return new Reply.Answer(200, Headers.of(Map.of()), Body.of(body));
    }
}
