package dev.queuelab.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.queuelab.gateway.signing.CallerCredentials;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/** Calls of those who sign with the credentials that the gateway made for them. */
class SigningGatewayTest extends BeforeAws {
    @Test
    void theSdkForJavaSignsWithTheGatewaysKeyAndTheServiceGetsTheUsers() {
        CallerCredentials callers = signing.callerCredentials();
        try (SqsClient sqs = sqs(callers.accessKeyId(), callers.secretAccessKey());
                DynamoDbClient dynamoDb = dynamoDb(callers)) {
            sqs.sendMessage(send -> send.queueUrl(url + "/000000000000/q").messageBody("hello"));
            Message received = sqs.receiveMessage(receive -> receive.queueUrl(url + "/000000000000/q"))
                    .messages()
                    .get(0);
            sqs.deleteMessage(
                    delete -> delete.queueUrl(url + "/000000000000/q").receiptHandle(received.receiptHandle()));
            dynamoDb.putItem(put -> put.tableName("t").item(Map.of("message_id", AttributeValue.fromS("hello"))));
            Map<String, AttributeValue> item = dynamoDb.getItem(
                            get -> get.tableName("t").key(Map.of("message_id", AttributeValue.fromS("hello"))))
                    .item();

            assertThat(received.body()).isEqualTo("hello");
            assertThat(item).containsEntry("message_id", AttributeValue.fromS("hello"));
        }
        assertThat(service.refused()).isEmpty();
        assertThat(service.served())
                .containsExactly(
                        "AmazonSQS.SendMessage sqs us-west-1 " + USERS_TOKEN + " /",
                        "AmazonSQS.ReceiveMessage sqs us-west-1 " + USERS_TOKEN + " /",
                        "AmazonSQS.DeleteMessage sqs us-west-1 " + USERS_TOKEN + " /",
                        "DynamoDB_20120810.PutItem dynamodb us-west-1 " + USERS_TOKEN + " /",
                        "DynamoDB_20120810.GetItem dynamodb us-west-1 " + USERS_TOKEN + " /");
    }

    @Test
    void aSessionTokenThatWasRenewedIsUsed() throws Exception {
        send(signed(Clock.systemUTC()), BODY);
        System.setProperty("aws.sessionToken", "renewed");

        assertThat(send(signed(Clock.systemUTC()), BODY).statusCode()).isEqualTo(200);
        assertThat(service.served()).last().asString().contains(" renewed ");
    }

    @Test
    void callsInTheQueryProtocolAreMadeInJsonAndSignedAnew() throws Exception {
        byte[] form = TestSigner.utf8("Action=PurgeQueue&QueueUrl=" + url + "/000000000000/q&Version=2012-11-05");
        Map<String, List<String>> headers = TestSigner.sign(
                callers(),
                "sqs",
                REGION,
                Clock.systemUTC(),
                "POST",
                url.resolve("/000000000000/q"),
                Map.of("Content-Type", List.of("application/x-www-form-urlencoded; charset=utf-8")),
                form);

        assertThat(send(headers, form, "/000000000000/q").statusCode()).isEqualTo(200);
        assertThat(service.served())
                .singleElement()
                .asString()
                .isEqualTo("AmazonSQS.PurgeQueue sqs us-west-1 " + USERS_TOKEN + " /");
    }

    @Test
    void aServiceWhoseCertificateNobodyKnowsIsNotCalled() throws Exception {
        TestCertificate.distrust();
        try (Gateway doubting = Gateway.start(settings())) {
            url = doubting.listen("client", 0);

            HttpResponse<String> reply = send(signed(Clock.systemUTC()), BODY);

            assertThat(reply.statusCode()).isEqualTo(503);
            assertThat(reply.body()).contains("no answer from " + service.url(), "certification path");
            assertThat(service.served()).isEmpty();
        }
    }

    private AwsCredentialsIdentity callers() {
        CallerCredentials right = signing.callerCredentials();
        return AwsCredentialsIdentity.create(right.accessKeyId(), right.secretAccessKey());
    }

    private DynamoDbClient dynamoDb(CallerCredentials callers) {
        return DynamoDbClient.builder()
                .endpointOverride(url)
                .region(Region.of(REGION))
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(callers.accessKeyId(), callers.secretAccessKey())))
                .httpClient(direct())
                .build();
    }
}
