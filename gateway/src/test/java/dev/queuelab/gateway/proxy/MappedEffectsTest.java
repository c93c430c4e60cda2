package dev.queuelab.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.queuelab.gateway.call.EffectMapping;
import dev.queuelab.gateway.call.EffectMappings;
import dev.queuelab.gateway.call.Subjects;
import dev.queuelab.gateway.fault.FaultRules;
import dev.queuelab.gateway.fault.SystemTime;
import dev.queuelab.gateway.history.CallFact;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Effects that a program performs elsewhere than the guide says, before a DynamoDB whose status each test sets. */
class MappedEffectsTest {
    private static final String PUT = "{\"TableName\": \"orders\", \"Item\": {\"order_id\": {\"S\": \"o-1\"}}}";

    private final HttpClient client = HttpClient.newHttpClient();
    private final List<CallFact> facts = new CopyOnWriteArrayList<>();
    private volatile int status = 200;
    private HttpServer dynamoDb;
    private Gateway gateway;
    private URI url;

    @BeforeEach
    void start() throws IOException {
        dynamoDb = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        dynamoDb.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(status, 2);
            exchange.getResponseBody().write(new byte[] {'{', '}'});
            exchange.close();
        });
        dynamoDb.start();
        gateway = gateway();
        url = gateway.listen("consumer-1", 0);
    }

    private Gateway gateway(String... faults) {
        URI upstream = URI.create("http://127.0.0.1:" + dynamoDb.getAddress().getPort());
        FaultRules rules = new FaultRules(1, new SystemTime(Clock.systemUTC()), line -> {});
        List.of(faults).forEach(rules::option);
        EffectMappings mappings = new EffectMappings(List.of(
                EffectMapping.parse("POST /charges id=$.order"),
                EffectMapping.parse("dynamodb:PutItem table=orders key=order_id")));
        return Gateway.start(new GatewaySettings(
                new Endpoints(upstream, upstream),
                rules.all(),
                new Subjects(false, mappings),
                facts::add,
                Clock.systemUTC()));
    }

    @AfterEach
    void stop() {
        gateway.close();
        dynamoDb.stop(0);
    }

    @Test
    void aRequestWithAKeyIsDoneOnce() throws Exception {
        assertThat(charge("o-1", "k").headers().firstValue("Idempotent-Replayed"))
                .isEmpty();
        assertThat(charge("o-1", "k").headers().firstValue("Idempotent-Replayed"))
                .contains("true");

        assertThat(performed()).containsExactly("k for o-1, 1");
    }

    @Test
    void aRequestWithoutAKeyIsDoneEachTime() throws Exception {
        charge("o-1", "");
        charge("o-1", "");

        assertThat(performed()).containsExactly("o-1 for o-1, 1", "o-1 for o-1, 2");
    }

    @Test
    void aRequestThatNamesNothingIsRefused() throws Exception {
        HttpResponse<String> reply = client.send(
                HttpRequest.newBuilder(url.resolve("/charges"))
                        .POST(HttpRequest.BodyPublishers.ofString("{\"id\": \"o-1\"}"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());

        assertThat(reply.statusCode()).isEqualTo(400);
        assertThat(performed()).isEmpty();
    }

    @Test
    void aWriteThatIsAcceptedIsPerformed() throws Exception {
        put();
        put();

        assertThat(performed()).containsExactly("o-1 for o-1, 1", "o-1 for o-1, 2");
    }

    @Test
    void aWriteThatIsRefusedIsNot() throws Exception {
        status = 400;

        assertThat(put().statusCode()).isEqualTo(400);

        assertThat(performed()).isEmpty();
    }

    @Test
    void aWriteWhoseReplyIsLostIsPerformedAllTheSame() throws Exception {
        gateway.close();
        gateway = gateway("reply-lost:operations=PutItem");
        url = gateway.listen("consumer-1", 0);

        client.sendAsync(putRequest(), HttpResponse.BodyHandlers.ofString())
                .handle((reply, failure) -> failure)
                .join();

        assertThat(performed()).startsWith("o-1 for o-1, 1"); // the client may repeat the request by itself
    }

    private HttpResponse<String> charge(String order, String key) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(url.resolve("/charges"))
                .POST(HttpRequest.BodyPublishers.ofString("{\"order\": \"" + order + "\"}"));
        if (!key.isEmpty()) {
            request.header("Idempotency-Key", key);
        }
        HttpResponse<String> reply = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        assertThat(reply.statusCode()).isEqualTo(200);
        return reply;
    }

    private HttpResponse<String> put() throws Exception {
        return client.send(putRequest(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest putRequest() {
        return HttpRequest.newBuilder(url)
                .header("X-Amz-Target", "DynamoDB_20120810.PutItem")
                .POST(HttpRequest.BodyPublishers.ofString(PUT))
                .build();
    }

    private List<String> performed() {
        return facts.stream()
                .filter(CallFact.Performed.class::isInstance)
                .map(CallFact.Performed.class::cast)
                .map(fact -> fact.key() + " for " + fact.id().orElse("nobody") + ", " + fact.timesPerformed())
                .toList();
    }
}
