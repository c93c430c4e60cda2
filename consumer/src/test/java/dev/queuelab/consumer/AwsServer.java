package dev.queuelab.consumer;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** SQS and DynamoDB on the wire, as far as a consumer with one message, {@code {"id":"a"}}, needs them. */
final class AwsServer implements AutoCloseable {
    private static final String BODY = "{\"id\":\"a\"}";

    private static final String TABLE = "{\"Table\":{\"TableStatus\":\"ACTIVE\","
            + "\"KeySchema\":[{\"AttributeName\":\"message_id\",\"KeyType\":\"HASH\"}],"
            + "\"AttributeDefinitions\":[{\"AttributeName\":\"message_id\",\"AttributeType\":\"S\"}]}}";

    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final Map<String, String> refusals = new ConcurrentHashMap<>();
    private final CountDownLatch extending = new CountDownLatch(2);
    private final CountDownLatch deleting = new CountDownLatch(1);
    private final CountDownLatch mayDelete;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;

    private AwsServer(CountDownLatch mayDelete) throws IOException {
        this.mayDelete = mayDelete;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    static AwsServer start() throws IOException {
        return new AwsServer(new CountDownLatch(0));
    }

    /** One that answers a deletion only at {@link #answerDeletion}. */
    static AwsServer startHoldingDeletions() throws IOException {
        return new AwsServer(new CountDownLatch(1));
    }

    void awaitDeletion() throws InterruptedException {
        if (!deleting.await(30, TimeUnit.SECONDS)) {
            throw new AssertionError("no deletion within 30 s, but " + requests);
        }
    }

    /** Waits until visibility timeouts were extended, and are about to be again. */
    void awaitExtension() throws InterruptedException {
        if (!extending.await(30, TimeUnit.SECONDS)) {
            throw new AssertionError("no extension within 30 s, but " + requests);
        }
    }

    void answerDeletion() {
        mayDelete.countDown();
    }

    /** Operations so far, such as "ReceiveMessage". */
    List<String> requests() {
        return requests;
    }

    /** What a consumer needs to know to come here. */
    Map<String, String> variables() {
        String here = "http://127.0.0.1:" + server.getAddress().getPort();
        return Map.of(
                "QUEUE_URL", here + "/queue",
                "AWS_ENDPOINT_URL", here,
                "AWS_REGION", "us-west-1",
                "AWS_ACCESS_KEY_ID", "queuelab",
                "AWS_SECRET_ACCESS_KEY", "queuelab");
    }

    /** DescribeTable of {@code table} is answered with a 400 of this type, such as "ResourceNotFoundException". */
    AwsServer refusing(String table, String type) {
        refusals.put(table, type);
        return this;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String request = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
        String operation = target.substring(target.indexOf('.') + 1);
        boolean first = !requests.contains(operation);
        requests.add(operation);
        Optional<String> refusal = operation.equals("DescribeTable") ? refusalIn(request) : Optional.empty();
        byte[] json = refusal.map(type -> "{\"__type\":\"com.amazonaws.dynamodb.v20120810#" + type + "\"}")
                .orElseGet(() -> json(operation, first))
                .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.0");
        exchange.sendResponseHeaders(refusal.isPresent() ? 400 : 200, json.length);
        exchange.getResponseBody().write(json);
        exchange.close();
    }

    private Optional<String> refusalIn(String request) {
        return refusals.entrySet().stream()
                .filter(refusal -> request.contains("\"" + refusal.getKey() + "\""))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private String json(String operation, boolean first) {
        if (operation.equals("ChangeMessageVisibilityBatch")) {
            extending.countDown();
        }
        if (operation.equals("DeleteMessage")) {
            deleting.countDown();
            await(mayDelete);
        }
        return switch (operation) {
            case "ReceiveMessage" -> first ? oneMessage() : "{}";
            case "DescribeTable" -> TABLE;
            case "GetQueueAttributes" -> "{\"Attributes\":{\"VisibilityTimeout\":\"30\"}}";
            case "ChangeMessageVisibilityBatch" -> "{\"Successful\":[{\"Id\":\"0\"}],\"Failed\":[]}";
            case "UpdateItem" -> "{\"Attributes\":{\"attempts\":{\"N\":\"1\"},\"times_performed\":{\"N\":\"1\"}}}";
            default -> "{}";
        };
    }

    private static String oneMessage() {
        return "{\"Messages\":[{\"MessageId\":\"m-1\",\"ReceiptHandle\":\"r-1\",\"MD5OfBody\":\"" + md5() + "\","
                + "\"Body\":\"" + BODY.replace("\"", "\\\"") + "\"}]}";
    }

    private static String md5() {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("MD5").digest(BODY.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the test is over
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
