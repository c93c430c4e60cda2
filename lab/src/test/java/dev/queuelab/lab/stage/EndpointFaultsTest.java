package dev.queuelab.lab.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.queuelab.core.aws.AwsAccess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SqsException;

/** What an endpoint refuses is known by the error's code, whatever form it has. */
class EndpointFaultsTest {
    private static final String QUEUE = "http://127.0.0.1:9324/000000000000/queue";

    private HttpServer server;
    private AwsAccess aws;
    private SqsClient sqs;
    private int status = 400;
    private String code = "";

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] body = ("{\"__type\": \"" + code + "\", \"message\": \"because\"}").getBytes(StandardCharsets.UTF_8);
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.0");
            exchange.getResponseHeaders().set("X-Amzn-Errortype", code);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        URI here = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        aws = AwsAccess.toEmulator("us-west-1", new AwsAccess.Endpoints(here, here));
        sqs = aws.sqs(1);
    }

    @AfterEach
    void end() {
        aws.close();
        server.stop(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "com.amazonaws.sqs#PurgeQueueInProgress",
                "AWS.SimpleQueueService.PurgeQueueInProgress",
                "PurgeQueueInProgressException"
            })
    void aPurgeThatIsRefusedIsKnownByItsCode(String code) {
        this.code = code;

        assertThat(new QueueProbe(sqs, QUEUE).purge())
                .hasValueSatisfying(refusal -> assertThat(refusal).contains("PurgeQueueInProgress"));
    }

    @ParameterizedTest
    @CsvSource({"InvalidAction, 400", "UnsupportedOperation, 400", "Whatever, 501"})
    void anEndpointThatCannotPurgeIsReported(String code, int status) {
        this.code = code;
        this.status = status;

        assertThatThrownBy(() -> new QueueProbe(sqs, QUEUE).purge())
                .isInstanceOf(StageException.class)
                .hasMessageContaining("this endpoint cannot purge a queue");
    }

    @ParameterizedTest
    @CsvSource({"InvalidAction, 400", "'', 500"})
    void anEndpointThatCannotMoveDeadLettersIsReported(String code, int status) {
        this.code = code;
        this.status = status;

        assertThatThrownBy(() -> MoveTask.start(sqs, "arn:aws:sqs:us-west-1:1:dlq", "arn:aws:sqs:us-west-1:1:q"))
                .isInstanceOf(StageException.class)
                .hasMessageContaining("this endpoint cannot move dead letters back");
    }

    @Test
    void otherRefusalsStayAsTheyAre() {
        code = "AccessDenied";

        assertThatThrownBy(() -> new QueueProbe(sqs, QUEUE).purge()).isInstanceOf(SqsException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"QueueDoesNotExist", "AWS.SimpleQueueService.NonExistentQueue"})
    void aQueueThatIsGoneIsNamed(String code) {
        this.code = code;

        assertThatThrownBy(() -> new QueueProbe(sqs, QUEUE).depth())
                .isInstanceOf(SqsException.class)
                .hasMessageContaining("queue " + QUEUE + " does not exist");
    }

    @Test
    void aTableThatIsGoneIsNamed() {
        code = "com.amazonaws.dynamodb.v20120810#ResourceNotFoundException";
        TableProbe probe = new TableProbe(aws.dynamoDb(), "statuses");

        assertThatThrownBy(() -> probe.under(List.of("id")))
                .isInstanceOf(DynamoDbException.class)
                .hasMessageContaining("table statuses does not exist");
    }
}
