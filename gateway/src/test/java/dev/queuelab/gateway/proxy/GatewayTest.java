package dev.queuelab.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.queuelab.gateway.call.Subjects;
import dev.queuelab.gateway.history.CallFact;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The gateway in front of a service whose answer each test sets. */
class GatewayTest {
    private final HttpClient client = HttpClient.newHttpClient();
    private final ConcurrentLinkedQueue<String> requests = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<String> cookies = new ConcurrentLinkedQueue<>();
    private final List<CallFact> facts = new CopyOnWriteArrayList<>();
    private volatile String answer = "{}";
    private volatile int status = 200;
    private HttpServer service;
    private Gateway gateway;
    private URI url;

    @BeforeEach
    void start() throws IOException {
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext("/", exchange -> {
            requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("X-Custom") + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.getResponseHeaders().add("X-Answer", "yes");
            exchange.getResponseHeaders().add("Set-Cookie", "a=b");
            cookies.addAll(exchange.getRequestHeaders().getOrDefault("Cookie", List.of()));
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        service.start();
        gateway = Gateway.start(
                settings(URI.create("http://127.0.0.1:" + service.getAddress().getPort())));
        url = gateway.listen("consumer-1", 0);
    }

    @AfterEach
    void stop() {
        gateway.close();
        service.stop(0);
    }

    private GatewaySettings settings(URI upstream) {
        return new GatewaySettings(
                new Endpoints(upstream, upstream), List.of(), new Subjects(false), facts::add, Clock.systemUTC());
    }

    @Test
    void whatItDoesNotKnowIsForwardedUnchanged() throws Exception {
        answer = "not JSON at all";
        status = 418;

        HttpResponse<String> reply = client.send(
                HttpRequest.newBuilder(url.resolve("/some/path?a=b%20c"))
                        .header("X-Custom", "kept")
                        .PUT(HttpRequest.BodyPublishers.ofString("{ body"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());

        assertThat(requests).containsExactly("PUT /some/path?a=b%20c kept { body");
        assertThat(reply.statusCode()).isEqualTo(418);
        assertThat(reply.body()).isEqualTo("not JSON at all");
        assertThat(reply.headers().firstValue("X-Answer")).contains("yes");
    }

    @Test
    void aCallIsRecordedBeforeItIsForwardedAndBeforeItIsAnswered() throws Exception {
        answer = "{\"MessageId\": \"m\"}";

        call("AmazonSQS.SendMessage", "{\"QueueUrl\": \"" + url + "/000000000000/q\", \"MessageBody\": \"{}\"}");

        assertThat(facts).hasSize(2);
        assertThat(facts.get(0)).isInstanceOfSatisfying(CallFact.Called.class, called -> {
            assertThat(called.process()).isEqualTo("consumer-1");
            assertThat(called.operation()).isEqualTo("SendMessage");
            assertThat(called.resource()).isEqualTo("q");
        });
        assertThat(facts.get(1)).isInstanceOfSatisfying(CallFact.Replied.class, replied -> {
            assertThat(replied.call()).isEqualTo(facts.get(0).call());
            assertThat(replied.status()).contains(200);
            assertThat(replied.subjects())
                    .singleElement()
                    .satisfies(message -> assertThat(message.messageId()).contains("m"));
        });
    }

    @Test
    void queueUrlsLeadToTheGatewayAndFromItToTheService() throws Exception {
        answer = "{\"QueueUrl\": \"http://sqs.us-west-1.elsewhere:4566/000000000000/q\"}";

        String created = call("AmazonSQS.CreateQueue", "{\"QueueName\": \"q\"}");
        call("AmazonSQS.PurgeQueue", "{\"QueueUrl\": \"" + url + "/000000000000/q\"}");

        assertThat(created).contains("\"" + url + "/000000000000/q\"");
        assertThat(requests).last().asString().contains("http://sqs.us-west-1.elsewhere:4566/000000000000/q");
    }

    @Test
    void aCallInTheQueryProtocolIsMadeInJsonAndAnsweredInXml() throws Exception {
        answer = "{\"QueueUrl\": \"http://elsewhere:4566/000000000000/q\"}";

        HttpResponse<String> reply = client.send(
                HttpRequest.newBuilder(url)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("Action=GetQueueUrl&QueueName=q"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());

        assertThat(requests).singleElement().asString().contains("{\"QueueName\":\"q\"}");
        assertThat(reply.body()).contains("<GetQueueUrlResult><QueueUrl>" + url + "/000000000000/q</QueueUrl>");
    }

    @Test
    void theGatewayKeepsNoCookies() throws Exception {
        call("AmazonSQS.ListQueues", "{}");
        call("AmazonSQS.ListQueues", "{}");

        assertThat(requests).hasSize(2);
        assertThat(cookies).isEmpty();
    }

    @Test
    void aServiceThatIsNotThereIsNamed() throws Exception {
        try (Gateway lost = Gateway.start(settings(URI.create("http://127.0.0.1:1")))) {
            HttpResponse<String> reply = client.send(
                    request(lost.listen("client", 0), "AmazonSQS.ListQueues", "{}"),
                    HttpResponse.BodyHandlers.ofString());

            assertThat(reply.statusCode()).isEqualTo(503);
            assertThat(reply.body()).contains("no answer from http://127.0.0.1:1", "ServiceUnavailable");
        }
    }

    @Test
    void aPortThatIsTakenIsNamed() {
        assertThatThrownBy(() -> gateway.listen("other", url.getPort()))
                .isInstanceOf(GatewayException.class)
                .hasMessageContaining("cannot listen on port " + url.getPort());
    }

    @Test
    void eachProcessHasAPortOfItsOwn() throws Exception {
        URI other = gateway.listen("consumer-2", 0);

        client.send(request(other, "AmazonSQS.ListQueues", "{}"), HttpResponse.BodyHandlers.ofString());

        assertThat(facts.get(0))
                .isInstanceOfSatisfying(
                        CallFact.Called.class,
                        called -> assertThat(called.process()).isEqualTo("consumer-2"));
    }

    private String call(String target, String body) throws Exception {
        return client.send(request(url, target, body), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private static HttpRequest request(URI url, String target, String body) {
        Map<String, String> headers = Map.of("X-Amz-Target", target, "Content-Type", "application/x-amz-json-1.0");
        HttpRequest.Builder request = HttpRequest.newBuilder(url).POST(HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return request.build();
    }
}
