package dev.queuelab.core.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.exception.SdkException;

/** Against a server that refuses the first calls. */
@Timeout(60)
class CallRetriesTest {
    private static final Duration SHORT = Duration.ofMillis(1);

    private final AtomicInteger requests = new AtomicInteger();
    private HttpServer server;
    private AwsAccess aws;
    private String error = "";
    private int status;
    private int refused;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            boolean refuses = requests.incrementAndGet() <= refused;
            exchange.getRequestBody().readAllBytes();
            byte[] body = (refuses ? "{\"__type\":\"" + error + "\"}" : "{}").getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.0");
            exchange.sendResponseHeaders(refuses ? status : 200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        URI here = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        aws = AwsAccess.toEmulator("us-west-1", new AwsAccess.Endpoints(here, here));
    }

    @AfterEach
    void close() {
        aws.close();
        server.stop(0);
    }

    private void refuse(int calls, int with, String code) {
        refused = calls;
        status = with;
        error = code;
    }

    private void delete(boolean outlastsRefusals) {
        aws.sqs(new CallRetries(6, SHORT, SHORT, outlastsRefusals))
                .deleteMessage(
                        request -> request.queueUrl("http://127.0.0.1/queue").receiptHandle("r"));
    }

    @ParameterizedTest
    @CsvSource({
        "500, InternalFailure",
        "400, ThrottlingException",
        "403, AccessDeniedException",
        "400, QueueDoesNotExist",
    })
    void aCallIsRepeatedUntilTheOutageIsOver(int with, String code) {
        refuse(5, with, code);

        delete(true);

        assertThat(requests).hasValue(6);
    }

    @ParameterizedTest
    @CsvSource({"403, AccessDeniedException", "400, QueueDoesNotExist"})
    void aRefusalIsRepeatedOnlyWhereItMayBeLifted(int with, String code) {
        refuse(5, with, code);

        assertThatThrownBy(() -> delete(false)).isInstanceOf(SdkException.class);
        assertThat(requests).hasValue(1);
    }

    @Test
    void whatTheRequestIsToBlameForIsNotRepeated() {
        refuse(5, 400, "ReceiptHandleIsInvalid");

        assertThatThrownBy(() -> delete(true)).isInstanceOf(SdkException.class);
        assertThat(requests).hasValue(1);
    }

    @Test
    void pausesDoubleUpToTheLongest() {
        CallRetries retries = new CallRetries(3, Duration.ofMillis(100), Duration.ofMillis(300), false);

        assertThat(longest(retries, 2)).isBetween(Duration.ofMillis(50), Duration.ofMillis(100));
        assertThat(longest(retries, 3)).isBetween(Duration.ofMillis(100), Duration.ofMillis(200));
        assertThat(longest(retries, 9)).isBetween(Duration.ofMillis(200), Duration.ofMillis(300));
    }

    @Test
    void aFirstPauseOfZeroIsNoPauseAtAll() {
        CallRetries retries = new CallRetries(3, Duration.ZERO, Duration.ofSeconds(1), false);

        assertThat(longest(retries, 9)).isZero();
    }

    /** Of many, since each is chosen at random. */
    private static Duration longest(CallRetries retries, int tries) {
        return IntStream.range(0, 500)
                .mapToObj(choice -> retries.backoff().computeDelay(tries))
                .max(Duration::compareTo)
                .orElseThrow();
    }
}
