package dev.queuelab.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.queuelab.gateway.call.Body;
import dev.queuelab.gateway.call.Digest;
import dev.queuelab.gateway.call.Subjects;
import dev.queuelab.gateway.history.CallFact;
import dev.queuelab.gateway.history.CallFile;
import dev.queuelab.gateway.signing.CallerCredentials;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SqsException;

/** Calls of those who may not call, before AWS; and what nobody may read of credentials. */
class RefusedCallersTest extends BeforeAws {
    @TempDir
    private Path folder;

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

    private static String sha256(byte[] body) {
        return Digest.sha256(Body.of(body));
    }
}
