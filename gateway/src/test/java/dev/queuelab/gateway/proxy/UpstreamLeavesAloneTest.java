package dev.queuelab.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.queuelab.gateway.call.Body;
import dev.queuelab.gateway.call.Call;
import dev.queuelab.gateway.call.Headers;
import dev.queuelab.gateway.call.Reply;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What HTTP clients do of themselves, and the gateway's does not: client and service must see each other as they are. */
class UpstreamLeavesAloneTest {
    private final List<com.sun.net.httpserver.Headers> requests = new CopyOnWriteArrayList<>();
    private HttpServer service;
    private Upstream upstream;

    /** What the service does once it has read a request. */
    private Answer answer = exchange -> exchange.sendResponseHeaders(200, -1);

    private interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    @BeforeEach
    void start() throws IOException {
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext("/", exchange -> {
            requests.add(exchange.getRequestHeaders());
            exchange.getRequestBody().readAllBytes();
            answer.to(exchange);
            exchange.close();
        });
        service.start();
        URI url = URI.create("http://127.0.0.1:" + service.getAddress().getPort());
        upstream = new Upstream(new Endpoints(url, url), Optional.empty());
    }

    @AfterEach
    void stop() {
        upstream.stop();
        service.stop(0);
    }

    private Reply.Answer get() {
        Headers headers = Headers.of(Map.of("X-Amz-Target", List.of("AmazonSQS.ListQueues")));
        return (Reply.Answer) upstream.forward(Call.of(1, "client", "GET", "/", headers, Body.of("")));
    }

    /** GET, which clients repeat more readily than POST. */
    @Test
    void aCallWithoutAReplyIsNotRepeated() {
        get();
        answer = exchange -> {
            throw new IOException("the service closes the connection");
        };

        assertThat(get().status()).isEqualTo(503);
        assertThat(requests).hasSize(2);
    }

    @Test
    void aServiceThatIsUnavailableIsNotAskedAgain() {
        answer = exchange -> {
            exchange.getResponseHeaders().set("Retry-After", "0");
            exchange.sendResponseHeaders(503, -1);
        };

        assertThat(get().status()).isEqualTo(503);
        assertThat(requests).hasSize(1);
    }

    @Test
    void aRedirectIsForTheClientToFollow() {
        answer = exchange -> {
            exchange.getResponseHeaders().set("Location", "/elsewhere");
            exchange.sendResponseHeaders(302, -1);
        };

        Reply.Answer reply = get();

        assertThat(reply.status()).isEqualTo(302);
        assertThat(reply.headers().first("Location")).contains("/elsewhere");
        assertThat(requests).hasSize(1);
    }

    @Test
    void aCompressedReplyIsForTheClientToUnpack() {
        byte[] packed = {31, -117, 8, 0, 0};
        answer = exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            exchange.sendResponseHeaders(200, packed.length);
            exchange.getResponseBody().write(packed);
        };

        Reply.Answer reply = get();

        assertThat(reply.headers().first("Content-Encoding")).contains("gzip");
        assertThat(reply.body().length()).isEqualTo(packed.length);
    }

    @Test
    void nothingIsAddedToACallButWhatItsConnectionNeeds() {
        get();

        assertThat(requests.get(0).keySet())
                .containsExactlyInAnyOrder("X-amz-target", "Host", "Connection", "Content-length");
    }
}
