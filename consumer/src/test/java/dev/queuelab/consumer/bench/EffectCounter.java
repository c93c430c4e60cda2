package dev.queuelab.consumer.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The external service at which consumers do the work of their messages: it knows when each message was first done. */
final class EffectCounter implements AutoCloseable {
    private static final double NANOS_A_SECOND = 1e9;
    private static final int NO_BODY = -1;
    private static final int NO_CONTENT = 204;

    private final ObjectMapper json = new ObjectMapper();
    private final ExecutorService workers = Executors.newCachedThreadPool();
    private final HttpServer server;
    private final Set<String> done = new HashSet<>();
    private final List<Long> times = new ArrayList<>();
    private String prefix = "";

    EffectCounter() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(workers);
        server.createContext("/", this::count);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/effects";
    }

    /** From now on counts the messages whose ids begin so, and no others. */
    synchronized void expect(String beginning) {
        done.clear();
        prefix = beginning;
        times.clear();
    }

    private void count(HttpExchange exchange) throws IOException {
        long now = System.nanoTime();
        String id = json.readTree(exchange.getRequestBody()).path("id").asText();
        synchronized (this) {
            if (id.startsWith(prefix) && done.add(id)) {
                times.add(now);
                notifyAll();
            }
        }
        exchange.sendResponseHeaders(NO_CONTENT, NO_BODY);
        exchange.close();
    }

    /**
     * Waits until so many messages are done.
     *
     * @param warmUp how many of them are not measured
     * @return how many of the others were done in a second
     * @throws IOException if it takes longer than the limit
     */
    synchronized double awaitRate(int messages, int warmUp, Duration limit) throws IOException, InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        while (times.size() < messages) {
            long left = end - System.nanoTime();
            if (left <= 0) {
                throw new IOException(
                        times.size() + " of " + messages + " messages were done in " + limit.toSeconds() + " s");
            }
            wait(Math.max(1, Duration.ofNanos(left).toMillis()));
        }
        return (messages - warmUp) * NANOS_A_SECOND / (times.get(messages - 1) - times.get(warmUp - 1));
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }
}
