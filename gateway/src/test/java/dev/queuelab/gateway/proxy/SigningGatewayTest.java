package dev.queuelab.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.queuelab.gateway.call.Body;
import dev.queuelab.gateway.call.Digest;
import dev.queuelab.gateway.call.Subjects;
import dev.queuelab.gateway.history.CallFact;
import dev.queuelab.gateway.history.CallFile;
import dev.queuelab.gateway.signing.CallerCredentials;
import dev.queuelab.gateway.signing.Signing;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.ProxyConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.SqsException;

/** The gateway before a service that, as AWS does, checks signatures and speaks TLS. */
class SigningGatewayTest {
    private static final String REGION = "us-west-1";
    private static final String USERS_KEY = "AKIAUSEROFTHETEST";
    private static final String USERS_SECRET = "the-secret-of-the-user";
    private static final String USERS_TOKEN = "the/session+token/of/the/user==";
    private static final byte[] BODY = TestSigner.utf8("{\"QueueName\": \"q\"}");

    private final List<CallFact> facts = new CopyOnWriteArrayList<>();
    private final Signing signing = Signing.withDefaultCredentials(REGION);
    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    private Path folder;

    @TempDir
    private static Path certificates;

    private static TestCertificate certificate;

    private StrictService service;
    private Gateway gateway;
    private URI url;

    @BeforeAll
    static void makeCertificate() throws Exception {
        certificate = TestCertificate.make(certificates);
    }

    @BeforeEach
    void start() throws Exception {
        System.setProperty("aws.accessKeyId", USERS_KEY);
        System.setProperty("aws.secretAccessKey", USERS_SECRET);
        System.setProperty("aws.sessionToken", USERS_TOKEN);
        certificate.trust();
        service = new StrictService(certificate, USERS_KEY, USERS_SECRET);
        gateway = Gateway.start(settings());
        url = gateway.listen("client", 0);
    }

    private GatewaySettings settings() {
        return new GatewaySettings(
                new Endpoints(service.url(), service.url()),
                List.of(),
                new Subjects(false),
                facts::add,
                Clock.systemUTC(),
                Optional.of(signing));
    }

    @AfterEach
    void stop() {
        gateway.close();
        service.close();
        TestCertificate.distrust();
        for (String property : List.of("aws.accessKeyId", "aws.secretAccessKey", "aws.sessionToken")) {
            System.clearProperty(property);
        }
    }

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

    /** What is wrong with a call that is refused. */
    enum Wrong {
        UNSIGNED("MissingAuthenticationToken"),
        TWO_SIGNATURES("MissingAuthenticationToken"),
        KEY("InvalidClientTokenId"),
        SECRET("SignatureDoesNotMatch"),
        USERS_OWN_KEY("InvalidClientTokenId"),
        BODY("SignatureDoesNotMatch"),
        BODY_THAT_IS_NOT_SIGNED("SignatureDoesNotMatch"),
        OPERATION("SignatureDoesNotMatch"),
        HEADER_THAT_IS_NOT_SIGNED("SignatureDoesNotMatch"),
        PATH("SignatureDoesNotMatch"),
        REGION("SignatureDoesNotMatch"),
        SERVICE("SignatureDoesNotMatch"),
        OTHER_SERVICE("SignatureDoesNotMatch"),
        OLD("RequestExpired"),
        EARLY("RequestExpired"),
        PRESIGNED("MissingAuthenticationToken");

        private final String code;

        Wrong(String code) {
            this.code = code;
        }
    }

    @ParameterizedTest
    @EnumSource
    void aCallThatIsNotSignedAsItMustIsRefusedRecordedAndNotForwarded(Wrong wrong) throws Exception {
        HttpResponse<String> reply = send(wrong);

        assertThat(reply.statusCode()).isEqualTo(403);
        assertThat(reply.headers().firstValue("x-amzn-query-error")).contains(wrong.code + ";Sender");
        assertThat(service.served()).isEmpty();
        assertThat(service.refused()).isEmpty();
        assertThat(facts).hasSize(2);
        assertThat(facts.get(1)).isInstanceOfSatisfying(CallFact.Replied.class, replied -> {
            assertThat(replied.status()).contains(403);
            assertThat(replied.error()).contains(wrong.code);
        });
    }

    private HttpResponse<String> send(Wrong wrong) throws Exception {
        Clock now = Clock.systemUTC();
        CallerCredentials right = signing.callerCredentials();
        return switch (wrong) {
            case UNSIGNED -> send(target(), BODY);
            case TWO_SIGNATURES -> {
                Map<String, List<String>> headers = signed(now);
                String authorization =
                        Objects.requireNonNull(headers.get("Authorization")).get(0);
                headers.put("Authorization", List.of(authorization, authorization));
                yield send(headers, BODY);
            }
            case KEY -> send(signed("QLNOBODY", right.secretAccessKey(), "sqs", REGION, now), BODY);
            case SECRET -> send(signed(right.accessKeyId(), "guessed", "sqs", REGION, now), BODY);
            case USERS_OWN_KEY -> send(signed(USERS_KEY, USERS_SECRET, "sqs", REGION, now), BODY);
            case BODY -> {
                Map<String, List<String>> headers = signed(now);
                byte[] other = TestSigner.utf8("{\"QueueName\": \"other\"}");
                headers.put("x-amz-content-sha256", List.of(sha256(other)));
                yield send(headers, other);
            }
            case BODY_THAT_IS_NOT_SIGNED -> {
                Map<String, List<String>> headers = signed(now);
                headers.put("x-amz-content-sha256", List.of("UNSIGNED-PAYLOAD"));
                yield send(headers, BODY);
            }
            case OPERATION -> changed(now, "X-Amz-Target", "AmazonSQS.DeleteQueue");
            case HEADER_THAT_IS_NOT_SIGNED -> changed(now, "X-Amz-Invocation", "any");
            case PATH -> send(signed(now), BODY, "/elsewhere");
            case REGION -> send(signed(right.accessKeyId(), right.secretAccessKey(), "sqs", "us-east-1", now), BODY);
            case SERVICE -> send(signed(right.accessKeyId(), right.secretAccessKey(), "dynamodb", REGION, now), BODY);
            case OTHER_SERVICE -> send(signed(right.accessKeyId(), right.secretAccessKey(), "sts", REGION, now), BODY);
            case OLD -> send(signed(Clock.offset(now, Duration.ofMinutes(-6))), BODY);
            case EARLY -> send(signed(Clock.offset(now, Duration.ofMinutes(6))), BODY);
            case PRESIGNED ->
                send(
                        target(),
                        BODY,
                        "/?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=" + right.accessKeyId()
                                + "&X-Amz-Signature=0");
        };
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

    @Test
    void noCredentialIsWrittenOrQuoted() throws Exception {
        System.setProperty("aws.secretAccessKey", "a-wrong-secret");
        Path history = folder.resolve("calls.jsonl");
        StringBuilder said = new StringBuilder();
        try (CallFile calls = CallFile.begin(history);
                Gateway recording = Gateway.start(new GatewaySettings(
                        new Endpoints(service.url(), service.url()),
                        List.of(),
                        new Subjects(true),
                        calls,
                        Clock.systemUTC(),
                        Optional.of(signing)))) {
            url = recording.listen("client", 0);
            said.append(send(signed(Clock.systemUTC()), BODY).body());
            for (Wrong wrong : Wrong.values()) {
                said.append(send(wrong).body());
            }
        }
        String authorization = service.refused().element();
        CallerCredentials callers = signing.callerCredentials();

        assertThat(said + Files.readString(history) + callers)
                .contains("AWS refused the gateway's signature")
                .doesNotContain(
                        USERS_KEY,
                        USERS_SECRET,
                        "a-wrong-secret",
                        USERS_TOKEN,
                        callers.secretAccessKey(),
                        authorization.substring(authorization.lastIndexOf('=') + 1),
                        "X-Amz-Signature");
    }

    @Test
    void anSdkWithAnotherKeyGetsAwsOwnError() {
        try (SqsClient sqs = sqs("QLNOBODY", "nothing")) {
            assertThatThrownBy(() -> sqs.listQueues())
                    .isInstanceOfSatisfying(
                            SqsException.class,
                            refused -> assertThat(refused.awsErrorDetails().errorCode())
                                    .isEqualTo("InvalidClientTokenId"));
        }
    }

    private HttpResponse<String> changed(Clock now, String header, String value) throws Exception {
        Map<String, List<String>> headers = signed(now);
        headers.put(header, List.of(value));
        return send(headers, BODY);
    }

    private Map<String, List<String>> signed(Clock clock) {
        CallerCredentials right = signing.callerCredentials();
        return signed(right.accessKeyId(), right.secretAccessKey(), "sqs", REGION, clock);
    }

    private Map<String, List<String>> signed(String key, String secret, String service, String region, Clock clock) {
        return new HashMap<>(TestSigner.sign(
                AwsCredentialsIdentity.create(key, secret),
                service,
                region,
                clock,
                "POST",
                url.resolve("/"),
                target(),
                BODY));
    }

    private static Map<String, List<String>> target() {
        return Map.of(
                "X-Amz-Target", List.of("AmazonSQS.GetQueueUrl"),
                "Content-Type", List.of("application/x-amz-json-1.0"));
    }

    private AwsCredentialsIdentity callers() {
        CallerCredentials right = signing.callerCredentials();
        return AwsCredentialsIdentity.create(right.accessKeyId(), right.secretAccessKey());
    }

    private static String sha256(byte[] body) {
        return Digest.sha256(Body.of(body));
    }

    private HttpResponse<String> send(Map<String, List<String>> headers, byte[] body) throws Exception {
        return send(headers, body, "/");
    }

    private HttpResponse<String> send(Map<String, List<String>> headers, byte[] body, String path) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(url.resolve(path)).POST(HttpRequest.BodyPublishers.ofByteArray(body));
        headers.forEach((name, values) -> {
            if (!name.equalsIgnoreCase("Host")) { // the client gives it itself
                values.forEach(value -> request.header(name, value));
            }
        });
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private SqsClient sqs(String key, String secret) {
        return SqsClient.builder()
                .endpointOverride(url)
                .region(Region.of(REGION))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(key, secret)))
                .httpClient(direct())
                .build();
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

    /** A service on this machine is never behind a proxy. */
    private static SdkHttpClient direct() {
        return UrlConnectionHttpClient.builder()
                .proxyConfiguration(ProxyConfiguration.builder()
                        .useSystemPropertyValues(false)
                        .useEnvironmentVariablesValues(false)
                        .build())
                .build();
    }
}
