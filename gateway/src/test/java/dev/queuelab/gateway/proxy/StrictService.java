package dev.queuelab.gateway.proxy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.queuelab.gateway.call.Digest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

/**
 * As AWS: it speaks TLS, and answers only calls whose signature is the one that the SDK's signer computes for them. Its
 * queue has one message at most, its table one item.
 */
final class StrictService implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final Pattern SCOPE =
            Pattern.compile(".* Credential=(.+)/\\d{8}/(.+)/(.+)/aws4_request, SignedHeaders=(.+), Signature=.*");

    private final HttpsServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final String accessKeyId;
    private final String secret;
    private final Queue<String> served = new ConcurrentLinkedQueue<>();
    private final Queue<String> refused = new ConcurrentLinkedQueue<>();
    private volatile String message = "";

    StrictService(TestCertificate certificate, String accessKeyId, String secret)
            throws IOException, GeneralSecurityException {
        this.accessKeyId = accessKeyId;
        this.secret = secret;
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(certificate.serverContext()));
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    URI url() {
        return URI.create("https://127.0.0.1:" + server.getAddress().getPort());
    }

    /** The calls that were signed well: operation, service, region, session token, path. */
    Queue<String> served() {
        return served;
    }

    Queue<String> refused() {
        return refused;
    }

    private void answer(HttpExchange call) throws IOException {
        byte[] body = call.getRequestBody().readAllBytes();
        Map<String, List<String>> headers = new HashMap<>();
        call.getRequestHeaders().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
        String authorization = first(headers, "authorization");
        String token = first(headers, "x-amz-security-token");
        Matcher scope = SCOPE.matcher(authorization);
        if (scope.matches() && authorization.equals(expected(call, headers, scope, token, body))) {
            String operation =
                    headers.getOrDefault("x-amz-target", List.of(text(body))).get(0);
            served.add(String.join(
                    " ",
                    operation,
                    scope.group(3),
                    scope.group(2),
                    token,
                    call.getRequestURI().toString()));
            reply(call, 200, result(operation, JSON.readTree(operation.equals(text(body)) ? utf8("{}") : body)));
        } else {
            refused.add(authorization);
            // AWS's own text quotes what was signed.
            reply(
                    call,
                    403,
                    "{\"__type\":\"InvalidSignatureException\",\"message\":\"The Canonical String should have"
                            + " been x-amz-security-token:" + token + " " + authorization + "\"}");
        }
    }

    private String expected(
            HttpExchange call, Map<String, List<String>> headers, Matcher scope, String token, byte[] body) {
        Map<String, List<String>> signed = new HashMap<>(headers);
        signed.keySet().retainAll(List.of(scope.group(4).split(";", -1)));
        signed.keySet().removeAll(List.of("host", "x-amz-date", "x-amz-security-token", "x-amz-content-sha256"));
        Instant date = DATE.parse(first(headers, "x-amz-date"), Instant::from);
        URI url = URI.create("https://" + first(headers, "host")).resolve(call.getRequestURI());
        return first(
                TestSigner.sign(
                        AwsSessionCredentialsIdentity.create(accessKeyId, secret, token),
                        scope.group(3),
                        scope.group(2),
                        Clock.fixed(date, ZoneOffset.UTC),
                        call.getRequestMethod(),
                        url,
                        signed,
                        body),
                "Authorization");
    }

    private static String first(Map<String, List<String>> headers, String name) {
        return headers.getOrDefault(name, List.of("")).get(0);
    }

    private String result(String operation, JsonNode request) {
        return switch (operation) {
            case "AmazonSQS.SendMessage" -> {
                message = request.path("MessageBody").textValue();
                yield "{\"MessageId\":\"m\",\"MD5OfMessageBody\":\"" + Digest.md5(message) + "\"}";
            }
            case "AmazonSQS.ReceiveMessage" ->
                JSON.createObjectNode()
                        .set(
                                "Messages",
                                JSON.createArrayNode()
                                        .add(JSON.createObjectNode()
                                                .put("MessageId", "m")
                                                .put("ReceiptHandle", "handle")
                                                .put("Body", message)
                                                .put("MD5OfBody", Digest.md5(message))))
                        .toString();
            case "DynamoDB_20120810.GetItem" -> "{\"Item\":{\"message_id\":{\"S\":\"" + message + "\"}}}";
            default -> "{}";
        };
    }

    private static void reply(HttpExchange call, int status, String text) throws IOException {
        byte[] body = utf8(text);
        call.sendResponseHeaders(status, body.length);
        call.getResponseBody().write(body);
        call.close();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] body) {
        return new String(body, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
