package dev.queuelab.gateway.proxy;

import dev.queuelab.gateway.call.Body;
import dev.queuelab.gateway.call.Call;
import dev.queuelab.gateway.call.Headers;
import dev.queuelab.gateway.call.Reply;
import dev.queuelab.gateway.call.Service;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import org.eclipse.jetty.client.ByteBufferRequestContent;
import org.eclipse.jetty.client.CompletableResponseListener;
import org.eclipse.jetty.client.ContentResponse;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.Request;

/** The services that calls are forwarded to. */
final class Upstream {
    /** DynamoDB's largest reply is 16 MB (Amazon DynamoDB Developer Guide, limits); SQS's is smaller. */
    private static final int MOST_BYTES = 32 * 1024 * 1024;

    /** Emulators close a connection that is idle for 30 s; one that closes while it is used loses a call. */
    private static final long IDLE_MILLIS = 10_000;

    private static final int MOST_CONNECTIONS = 1_024;

    /** Headers of one connection (RFC 9110, 7.6.1), and headers that the HTTP client sets itself. */
    private static final Set<String> NOT_FORWARDED = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

    static {
        NOT_FORWARDED.addAll(List.of(
                "Connection",
                "Keep-Alive",
                "Transfer-Encoding",
                "TE",
                "Trailer",
                "Upgrade",
                "Expect",
                "Host",
                "Content-Length",
                "Accept-Encoding",
                "Proxy-Connection"));
    }

    private final HttpClient client = new HttpClient();
    private final Endpoints endpoints;

    Upstream(Endpoints endpoints) {
        this.endpoints = endpoints;
        client.setFollowRedirects(false);
        client.setUserAgentField(null);
        client.setMaxConnectionsPerDestination(MOST_CONNECTIONS);
        client.setIdleTimeout(IDLE_MILLIS);
    }

    void start() throws Exception {
        client.start();
        client.getContentDecoderFactories().clear();
    }

    /** Forwards the call. A service that cannot be reached is answered for with 503, naming it. */
    Reply forward(Call call) {
        URI origin = call.isFor(Service.DYNAMODB) ? endpoints.dynamoDb() : endpoints.sqs();
        Request request = client.newRequest(origin.resolve(call.path()))
                .method(call.method())
                .body(new ByteBufferRequestContent(
                        call.headers().first("Content-Type").orElse("application/octet-stream"),
                        call.body().all()));
        request.headers(headers -> {
            headers.clear();
            call.headers().forEach((name, value) -> {
                if (!NOT_FORWARDED.contains(name)) {
                    headers.add(name, value);
                }
            });
        });
        try {
            return answer(
                    new CompletableResponseListener(request, MOST_BYTES).send().get());
        } catch (ExecutionException e) {
            return unreachable(call, origin, String.valueOf(e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return unreachable(call, origin, "the gateway is stopping");
        }
    }

    private static Reply unreachable(Call call, URI origin, String reason) {
        return Reply.error(call, 503, "ServiceUnavailable", "The gateway got no answer from " + origin + ": " + reason);
    }

    private static Reply.Answer answer(ContentResponse response) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        response.getHeaders().forEach(field -> {
            if (!NOT_FORWARDED.contains(field.getName())) {
                headers.computeIfAbsent(field.getName(), name -> new ArrayList<>())
                        .add(field.getValue());
            }
        });
        return new Reply.Answer(response.getStatus(), Headers.of(headers), Body.of(response.getContent()));
    }

    void stop() throws Exception {
        client.stop();
    }
}
