package dev.queuelab.gateway.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CallTest {
    @Test
    void aCallInJsonNamesItsOperationInAHeader() {
        Call call = json("AmazonSQS.ReceiveMessage", "{\"QueueUrl\": \"http://127.0.0.1:1/000000000000/orders\"}");

        assertThat(call.isFor(Service.SQS)).isTrue();
        assertThat(call.operation()).isEqualTo("ReceiveMessage");
        assertThat(call.resource()).isEqualTo("orders");
    }

    @Test
    void aCallToDynamoDbNamesItsTable() {
        Call call = json("DynamoDB_20120810.GetItem", "{\"TableName\": \"effects\"}");

        assertThat(call.isFor(Service.DYNAMODB)).isTrue();
        assertThat(call.resource()).isEqualTo("effects");
    }

    @Test
    void aCallInTheQueryProtocolNamesItsOperationInTheForm() {
        Call call = call(
                Map.of("Content-Type", List.of("application/x-www-form-urlencoded; charset=utf-8")),
                "/000000000000/orders",
                "Action=SendMessage&MessageBody=a%20b");

        assertThat(call.protocol()).isEqualTo(Protocol.QUERY);
        assertThat(call.operation()).isEqualTo("SendMessage");
        assertThat(call.resource()).isEqualTo("orders");
        assertThat(call.request().path("MessageBody").asText()).isEqualTo("a b");
    }

    @Test
    void whatIsNeitherIsNobodysCall() {
        Call call = call(Map.of("X-Amz-Target", List.of("Kinesis_20131202.PutRecord")), "/", "{");

        assertThat(call.protocol()).isEqualTo(Protocol.OTHER);
        assertThat(call.service()).isEmpty();
        assertThat(call.operation()).isEmpty();
        assertThat(call.request()).isEmpty();
    }

    @Test
    void theSdkSaysWhichTryACallIs() {
        assertThat(call(Map.of("amz-sdk-request", List.of("attempt=3; max=8")), "/", "")
                        .attempt())
                .isEqualTo(3);
        assertThat(call(Map.of(), "/", "").attempt()).isEqualTo(1);
    }

    @Test
    void aChangedCallIsTheSameButForItsOperationAndRequest() {
        Call call = json("AmazonSQS.DeleteMessage", "{\"ReceiptHandle\": \"h\"}");

        Call changed =
                call.as("ChangeMessageVisibility", call.request().deepCopy().put("VisibilityTimeout", 0));

        assertThat(changed.operation()).isEqualTo("ChangeMessageVisibility");
        assertThat(changed.headers().first("x-amz-target")).contains("AmazonSQS.ChangeMessageVisibility");
        assertThat(changed.body().text()).isEqualTo("{\"ReceiptHandle\":\"h\",\"VisibilityTimeout\":0}");
        assertThat(call.request().has("VisibilityTimeout")).isFalse();
    }

    @Test
    void aSignatureInAUrlIsNotPartOfAName() {
        Call call = call(
                Map.of("Content-Type", List.of("application/x-www-form-urlencoded")),
                "/000000000000/orders?X-Amz-Signature=secret",
                "Action=SendMessage");

        assertThat(call.resource()).isEqualTo("orders");
    }

    @Test
    void anErrorInTheQueryProtocolIsXmlWhateverItsTextIs() {
        Call call = call(Map.of("Content-Type", List.of("application/x-www-form-urlencoded")), "/", "Action=A");

        assertThat(Reply.error(call, 503, "S", "a <b> & c").body().text())
                .contains("<Message>a &lt;b&gt; &amp; c</Message>");
    }

    private static Call json(String target, String body) {
        return call(Map.of("X-Amz-Target", List.of(target)), "/", body);
    }

    private static Call call(Map<String, List<String>> headers, String path, String body) {
        return Call.of(1, "client", "POST", path, Headers.of(headers), Body.of(body));
    }
}
