package dev.queuelab.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.queuelab.gateway.call.Body;
import dev.queuelab.gateway.call.Call;
import dev.queuelab.gateway.call.Headers;
import dev.queuelab.gateway.call.Reply;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class UpstreamTest {
    private static final long IDLE_MILLIS = 1_000;

    @Test
    void aLongPollMayLastLongerThanAnUnusedConnection() throws Exception {
        CountDownLatch mayAnswer = new CountDownLatch(1);
        HttpServer service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext("/", exchange -> {
            try {
                mayAnswer.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        service.start();
        URI url = URI.create("http://127.0.0.1:" + service.getAddress().getPort());
        Upstream upstream = new Upstream(new Endpoints(url, url), Optional.empty(), IDLE_MILLIS);
        Headers poll = Headers.of(Map.of("X-Amz-Target", List.of("AmazonSQS.ReceiveMessage")));
        try {
            CompletableFuture<Reply> reply = CompletableFuture.supplyAsync(
                    () -> upstream.forward(Call.of(1, "client", "POST", "/", poll, Body.of("{}"))));

            assertThatThrownBy(() -> reply.get(3 * IDLE_MILLIS, TimeUnit.MILLISECONDS))
                    .isInstanceOf(TimeoutException.class);
            mayAnswer.countDown();

            assertThat(reply.get())
                    .isInstanceOfSatisfying(
                            Reply.Answer.class,
                            answer -> assertThat(answer.isOk()).isTrue());
        } finally {
            mayAnswer.countDown();
            upstream.stop();
            service.stop(0);
        }
    }

    @Test
    void aPathThatLooksLikeAHostIsAPath() throws Exception {
        HttpServer service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        service.start();
        URI url = URI.create("http://127.0.0.1:" + service.getAddress().getPort());
        Upstream upstream = new Upstream(new Endpoints(url, url), Optional.empty());
        try {
            Reply reply = upstream.forward(
                    Call.of(1, "client", "POST", "//127.0.0.1:1/x", Headers.of(Map.of()), Body.of("{}")));

            assertThat(reply)
                    .isInstanceOfSatisfying(
                            Reply.Answer.class,
                            answer -> assertThat(answer.isOk()).isTrue());
        } finally {
            upstream.stop();
            service.stop(0);
        }
    }
}
