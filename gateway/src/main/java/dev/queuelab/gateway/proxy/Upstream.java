package dev.queuelab.gateway.proxy;

import dev.queuelab.gateway.call.Body;
import dev.queuelab.gateway.call.Call;
import dev.queuelab.gateway.call.Headers;
import dev.queuelab.gateway.call.Reply;
import dev.queuelab.gateway.call.Service;
import dev.queuelab.gateway.signing.CallSigner;
import dev.queuelab.gateway.signing.NoCredentialsException;
import dev.queuelab.gateway.signing.SignedHeaders;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.client.ByteBufferRequestContent;
import org.eclipse.jetty.client.CompletableResponseListener;
import org.eclipse.jetty.client.ContentResponse;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.transport.HttpClientTransportOverHTTP;
import org.eclipse.jetty.http.HttpCookieStore;
import org.eclipse.jetty.io.ClientConnector;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** The services that calls are forwarded to. */
final class Upstream {
    /** DynamoDB's largest reply is 16 MB (Amazon DynamoDB Developer Guide, limits); SQS's is smaller. */
    private static final int MOST_BYTES = 32 * 1024 * 1024;

    /** Emulators close a connection that is idle for 30 s; one that closes while it is used loses a call. */
    private static final long IDLE_MILLIS = 10_000;

    /** A long poll is answered after 20 s at the latest; an SDK's own limits are shorter than this one. */
    private static final int MOST_WAIT_SECONDS = 120;

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

    private final HttpClient client;
    private final Endpoints endpoints;
    private final Optional<CallSigner> signer;

    Upstream(Endpoints endpoints, Optional<CallSigner> signer) {
        this(endpoints, signer, IDLE_MILLIS);
    }

    /** With {@code idleMillis}, for how long an unused connection is kept. */
    Upstream(Endpoints endpoints, Optional<CallSigner> signer, long idleMillis) {
        this.endpoints = endpoints;
        this.signer = signer;
        client = new HttpClient(new HttpClientTransportOverHTTP(connector(endpoints)));
        client.setFollowRedirects(false);
        client.setUserAgentField(null);
        client.setHttpCookieStore(new HttpCookieStore.Empty()); // cookies are between client and service
        client.setMaxConnectionsPerDestination(MOST_CONNECTIONS);
        client.setIdleTimeout(idleMillis);
    }

    /** Reading the trust store takes a fifth of the gateway's start, so it is read only where there is TLS. */
    private static ClientConnector connector(Endpoints endpoints) {
        ClientConnector connector = new ClientConnector();
        if (!isTls(endpoints.sqs()) && !isTls(endpoints.dynamoDb())) {
            connector.setSslContextFactory(new SslContextFactory.Client() {
                @Override
                protected void doStart() {
                    // It is never used; if it were, it would say that it is not started.
                }
            });
        }
        return connector;
    }

    private static boolean isTls(URI endpoint) {
        return "https".equalsIgnoreCase(endpoint.getScheme());
    }

    void start() throws Exception {
        client.start();
        client.getContentDecoderFactories().clear();
    }

    /** Forwards the call. A service that cannot be reached is answered for with 503, naming it. */
    Reply forward(Call call) {
        URI origin = origin(call);
        Request request = client.newRequest(origin)
                .path(call.path())
                .method(call.method())
                .idleTimeout(MOST_WAIT_SECONDS, TimeUnit.SECONDS)
                .body(new ByteBufferRequestContent(
                        call.headers().first("Content-Type").orElse("application/octet-stream"),
                        call.body().all()));
        try {
            Optional<SignedHeaders> signed = signer.map(own -> own.sign(call, request.getURI()));
            Headers sent = signed.map(SignedHeaders::headers).orElse(call.headers());
            request.headers(headers -> {
                headers.clear();
                sent.forEach((name, value) -> {
                    if (!NOT_FORWARDED.contains(name)) {
                        headers.add(name, value);
                    }
                });
            });
            Reply.Answer answer = answer(
                    new CompletableResponseListener(request, MOST_BYTES).send().get());
            return signed.map(own -> own.withoutSecrets(call, answer)).orElse(answer);
        } catch (NoCredentialsException e) {
            return unavailable(call, "The gateway cannot sign for " + origin + ": " + e.getMessage());
        } catch (ExecutionException e) {
            return unreachable(call, origin, String.valueOf(e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return unreachable(call, origin, "the gateway is stopping");
        }
    }

    /** Of all that a call says, only the service that it is for decides where it goes. */
    private URI origin(Call call) {
        Service service = signer.map(own -> own.service(call)).or(call::service).orElse(Service.SQS);
        return service == Service.DYNAMODB ? endpoints.dynamoDb() : endpoints.sqs();
    }

    private static Reply unreachable(Call call, URI origin, String reason) {
        return unavailable(call, "The gateway got no answer from " + origin + ": " + reason);
    }

    private static Reply unavailable(Call call, String message) {
        return Reply.error(call, 503, "ServiceUnavailable", message);
    }

    private static Reply.Answer answer(ContentResponse response) {
        Headers.Builder headers = Headers.builder();
        response.getHeaders().forEach(field -> {
            if (!NOT_FORWARDED.contains(field.getName())) {
                headers.add(field.getName(), Objects.toString(field.getValue(), ""));
            }
        });
        return new Reply.Answer(response.getStatus(), headers.build(), Body.of(response.getContent()));
    }

    void stop() throws Exception {
        client.stop();
    }
}
