package dev.queuelab.consumer;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An external service that answers as it is set to, in turn, and then "performed once"; it records what it is asked. */
final class HttpServerFixture implements AutoCloseable {
    /** @param key the header Idempotency-Key; empty text if there is none */
    record Request(String method, String uri, String key, String contentType, String body) {}

    /** @param sent how many bytes of the body are sent before the connection closes; all if empty */
    private record Answer(int status, Map<String, String> headers, String body, Optional<Integer> sent) {}

    private static final Answer PERFORMED = new Answer(200, Map.of(), "{\"timesPerformed\":1}", Optional.empty());

    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final List<String> fencingTokens = new CopyOnWriteArrayList<>();
    private final Queue<Answer> answers = new ArrayDeque<>();
    private final CountDownLatch mayAnswer = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private volatile boolean silent;

    HttpServerFixture() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/effects";
    }

    HttpServerFixture answers(int status, String body) {
        return answers(status, Map.of(), body);
    }

    HttpServerFixture answers(int status, Map<String, String> headers, String body) {
        answers.add(new Answer(status, headers, body, Optional.empty()));
        return this;
    }

    /** What a service answers that has done the work before. */
    HttpServerFixture replays() {
        return answers(200, Map.of("Idempotent-Replayed", "true"), "{\"timesPerformed\":1}");
    }

    /** The connection closes when there are so many bytes of the reply's body; with 0, there is no reply at all. */
    HttpServerFixture closesAfter(int bytes) {
        answers.add(new Answer(200, Map.of(), "{\"timesPerformed\":1}", Optional.of(bytes)));
        return this;
    }

    /** Gives no answer until it is closed. */
    HttpServerFixture staysSilent() {
        silent = true;
        return this;
    }

    /** The header Fencing-Token of each request; empty text where there was none. */
    List<String> fencingTokens() {
        return fencingTokens;
    }

    List<Request> requests() {
        return requests;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        String token = exchange.getRequestHeaders().getFirst("Fencing-Token");
        fencingTokens.add(token == null ? "" : token);
        requests.add(new Request(
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                key == null ? "" : key,
                exchange.getRequestHeaders().getFirst("Content-Type"),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        if (silent) {
            awaitEnd();
        }
        Answer answer = next();
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        int sent = answer.sent().orElse(body.length);
        if (sent > 0 || answer.sent().isEmpty()) {
            answer.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body, 0, sent);
        }
        exchange.close();
    }

    private synchronized Answer next() {
        Answer answer = answers.poll();
        return answer == null ? PERFORMED : answer;
    }

    private void awaitEnd() {
        try {
            mayAnswer.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the test is over
        }
    }

    @Override
    public void close() {
        mayAnswer.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
