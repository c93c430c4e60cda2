package dev.queuelab.core.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Against a server that answers as it is set to, or hangs up instead. */
@Timeout(60)
class AwsAccessTest {
    private static final String OK = "200 OK";
    private static final String ERROR = "500 Internal Server Error";
    private static final String HANG_UP = "";

    private final AtomicInteger requests = new AtomicInteger();
    private final Deque<String> answers = new ArrayDeque<>();
    private ServerSocket server;
    private AwsAccess aws;

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::serve, "server");
        thread.setDaemon(true);
        thread.start();
        URI here = URI.create("http://127.0.0.1:" + server.getLocalPort());
        aws = AwsAccess.toEmulator("us-west-1", new AwsAccess.Endpoints(here, here));
    }

    @AfterEach
    void hangUp() throws IOException {
        aws.close();
        server.close();
    }

    @Test
    void eachRequestOfARetriedCallIsCounted() {
        answers.addAll(List.of(ERROR, ERROR, OK));

        receive(aws.sqs());

        assertThat(requests).hasValue(3);
        assertThat(aws.calls().counts()).containsEntry("Sqs.ReceiveMessage", 3L);
    }

    @Test
    void aClientOfOneAttemptDoesNotRetry() {
        answers.addAll(List.of(ERROR, OK));

        assertThatThrownBy(() -> receive(aws.sqs(1))).isInstanceOf(SdkException.class);
        assertThat(requests).hasValue(1);
    }

    @Test
    void aConnectionClosedWithoutAnAnswerIsNotRepeatedUnseen() {
        answers.addAll(List.of(OK, HANG_UP, OK));
        SqsClient once = aws.sqs(1);
        receive(once);

        assertThatThrownBy(() -> receive(once)).isInstanceOf(SdkException.class);
        assertThat(requests).hasValue(2);
        assertThat(aws.calls().counts()).containsEntry("Sqs.ReceiveMessage", 2L);
    }

    private static void receive(SqsClient sqs) {
        sqs.receiveMessage(request -> request.queueUrl("http://127.0.0.1/queue"));
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                serve(socket);
            } catch (IOException e) {
                // the test is over, or the client gave up: wait for the next
            }
        }
    }

    /** As many requests on one connection as the client sends. */
    private void serve(Socket socket) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        OutputStream out = socket.getOutputStream();
        while (readRequest(in)) {
            requests.incrementAndGet();
            String answer = answers.remove();
            if (answer.equals(HANG_UP)) {
                return;
            }
            String body = "{}";
            out.write(("HTTP/1.1 " + answer + "\r\nContent-Type: application/x-amz-json-1.0\r\nContent-Length: "
                            + body.length() + "\r\n\r\n" + body)
                    .getBytes(StandardCharsets.UTF_8));
            out.flush();
        }
    }

    private static boolean readRequest(BufferedReader in) throws IOException {
        int length = 0;
        String line = in.readLine();
        if (line == null) {
            return false;
        }
        for (; !line.isEmpty(); line = in.readLine()) {
            if (line.toLowerCase(java.util.Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(line.substring(15).strip());
            }
        }
        for (int read = 0; read < length; read++) {
            in.read();
        }
        return true;
    }
}
