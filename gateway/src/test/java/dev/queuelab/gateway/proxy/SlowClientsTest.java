package dev.queuelab.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.queuelab.gateway.call.Subjects;
import dev.queuelab.gateway.history.CallFact;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Clients that are slow, send too much, or want to get elsewhere. */
class SlowClientsTest {
    /** More than the gateway has threads, also without those that send nothing. */
    private static final int MANY = 600;

    private static final int MEBIBYTE = 1024 * 1024;

    private final List<CallFact> facts = new CopyOnWriteArrayList<>();
    private final List<Socket> sockets = new ArrayList<>();
    private final List<String> elsewhere = new CopyOnWriteArrayList<>();
    private final List<Integer> lengths = new CopyOnWriteArrayList<>();
    private volatile byte[] answer = "{}".getBytes(StandardCharsets.UTF_8);
    private HttpServer service;
    private HttpServer other;
    private Gateway gateway;
    private URI url;

    @BeforeEach
    void start() throws IOException {
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext("/", exchange -> {
            lengths.add(exchange.getRequestBody().readAllBytes().length);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        service.start();
        other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        other.createContext("/", exchange -> {
            elsewhere.add(exchange.getRequestURI().toString());
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        other.start();
        URI upstream = URI.create("http://127.0.0.1:" + service.getAddress().getPort());
        gateway = Gateway.start(new GatewaySettings(
                new Endpoints(upstream, upstream), List.of(), new Subjects(false), facts::add, Clock.systemUTC()));
        url = gateway.listen("client", 0);
    }

    @AfterEach
    void stop() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
        gateway.close();
        service.stop(0);
        other.stop(0);
    }

    @Test
    void clientsThatStopInTheMiddleHoldUpNobody() throws Exception {
        for (int client = 0; client < MANY; client++) {
            open(client % 10 == 0 ? "" : "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 5\r\n\r\n12");
        }

        assertThat(post(new byte[] {'{', '}'}).statusCode()).isEqualTo(200);

        Socket slow = sockets.get(1);
        write(slow, "345");
        assertThat(statusLine(slow)).startsWith("HTTP/1.1 200");
        assertThat(lengths).containsExactly(2, 5);
    }

    @Test
    void bodiesOfTheServicesLimitsPass() throws Exception {
        answer = new byte[16 * MEBIBYTE];

        HttpResponse<byte[]> reply = post(new byte[MEBIBYTE]);

        assertThat(lengths).containsExactly(MEBIBYTE);
        assertThat(reply.body()).hasSize(16 * MEBIBYTE);
    }

    @Test
    void aRequestThatIsTooLongIsAnsweredAndRecorded() throws Exception {
        HttpResponse<byte[]> reply = post(new byte[33 * MEBIBYTE]);

        assertThat(reply.statusCode()).isEqualTo(413);
        assertThat(new String(reply.body(), StandardCharsets.UTF_8)).contains("at most 33554432 bytes");
        assertThat(lengths).isEmpty();
        assertThat(facts).hasSize(2);
        assertThat(facts.get(1))
                .isInstanceOfSatisfying(
                        CallFact.Replied.class,
                        replied -> assertThat(replied.status()).contains(413));
    }

    @Test
    void noRequestDecidesItselfWhereItGoes() throws Exception {
        String host = "127.0.0.1:" + other.getAddress().getPort();
        for (String target : List.of("http://" + host + "/a", "//" + host + "/b", "/\\" + host + "/c", "@" + host)) {
            Socket client = open("GET " + target + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
            assertThat(statusLine(client)).as(target).startsWith("HTTP/1.1 ");
        }

        assertThat(elsewhere).isEmpty();
    }

    private Socket open(String text) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), url.getPort());
        sockets.add(socket);
        write(socket, text);
        return socket;
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
    }

    private static String statusLine(Socket socket) throws IOException {
        return String.valueOf(
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8)).readLine());
    }

    private HttpResponse<byte[]> post(byte[] body) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(url)
                                .timeout(Duration.ofMinutes(2))
                                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
    }
}
