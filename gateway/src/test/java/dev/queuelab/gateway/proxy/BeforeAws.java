package dev.queuelab.gateway.proxy;

import dev.queuelab.gateway.call.Subjects;
import dev.queuelab.gateway.history.CallFact;
import dev.queuelab.gateway.signing.CallerCredentials;
import dev.queuelab.gateway.signing.Signing;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.ProxyConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The gateway before a service that, as AWS does, checks signatures and speaks TLS. */
abstract class BeforeAws {
    static final String REGION = "us-west-1";
    static final String USERS_KEY = "AKIAUSEROFTHETEST";
    static final String USERS_SECRET = "the-secret-of-the-user";
    static final String USERS_TOKEN = "the/session+token/of/the/user==";
    static final byte[] BODY = TestSigner.utf8("{\"QueueName\": \"q\"}");

    final List<CallFact> facts = new CopyOnWriteArrayList<>();
    final Signing signing = Signing.withDefaultCredentials(REGION);
    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    private static Path certificates;

    private static TestCertificate certificate;

    StrictService service;
    Gateway gateway;
    URI url;

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

    GatewaySettings settings() {
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

    Map<String, List<String>> signed(Clock clock) {
        CallerCredentials right = signing.callerCredentials();
        return signed(right.accessKeyId(), right.secretAccessKey(), "sqs", REGION, clock);
    }

    Map<String, List<String>> signed(String key, String secret, String service, String region, Clock clock) {
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

    static Map<String, List<String>> target() {
        return Map.of(
                "X-Amz-Target", List.of("AmazonSQS.GetQueueUrl"),
                "Content-Type", List.of("application/x-amz-json-1.0"));
    }

    HttpResponse<String> send(Map<String, List<String>> headers, byte[] body) throws Exception {
        return send(headers, body, "/");
    }

    HttpResponse<String> send(Map<String, List<String>> headers, byte[] body, String path) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(url.resolve(path)).POST(HttpRequest.BodyPublishers.ofByteArray(body));
        headers.forEach((name, values) -> {
            if (!name.equalsIgnoreCase("Host")) { // the client gives it itself
                values.forEach(value -> request.header(name, value));
            }
        });
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    SqsClient sqs(String key, String secret) {
        return SqsClient.builder()
                .endpointOverride(url)
                .region(Region.of(REGION))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(key, secret)))
                .httpClient(direct())
                .build();
    }

    /** A service on this machine is never behind a proxy. */
    static SdkHttpClient direct() {
        return UrlConnectionHttpClient.builder()
                .proxyConfiguration(ProxyConfiguration.builder()
                        .useSystemPropertyValues(false)
                        .useEnvironmentVariablesValues(false)
                        .build())
                .build();
    }
}
