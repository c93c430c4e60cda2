package dev.queuelab.gateway.proxy;

import dev.queuelab.gateway.call.Body;
import dev.queuelab.gateway.call.Call;
import dev.queuelab.gateway.call.Headers;
import dev.queuelab.gateway.call.Reply;
import dev.queuelab.gateway.call.Service;
import dev.queuelab.gateway.signing.CallSigner;
import dev.queuelab.gateway.signing.NoCredentialsException;
import dev.queuelab.gateway.signing.SignedHeaders;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.ByteBufferEntity;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * The services that calls are forwarded to. A call is forwarded by the thread that has it, which waits for the reply: handing it
 * to other threads and back takes longer than all else that the gateway does (plans/008).
 */
final class Upstream {
    /** DynamoDB's largest reply is 16 MB (Amazon DynamoDB Developer Guide, limits); SQS's is smaller. */
    private static final int MOST_BYTES = 32 * 1024 * 1024;

    /** Emulators close a connection that is idle for 30 s; one that closes while it is used loses a call. */
    private static final long IDLE_MILLIS = 10_000;

    /** A connection that was idle for longer is looked at before it is used. */
    private static final long TRUSTED_MILLIS = 50;

    private static final long CONNECT_SECONDS = 15;

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

    private final CloseableHttpClient client;
    private final Endpoints endpoints;
    private final Optional<CallSigner> signer;

    Upstream(Endpoints endpoints, Optional<CallSigner> signer) {
        this(endpoints, signer, IDLE_MILLIS);
    }

    /** With {@code idleMillis}, for how long an unused connection is kept. */
    Upstream(Endpoints endpoints, Optional<CallSigner> signer, long idleMillis) {
        this.endpoints = endpoints;
        this.signer = signer;
        client = HttpClients.custom()
                .setConnectionManager(connections(endpoints).build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(Timeout.ofSeconds(MOST_WAIT_SECONDS))
                        .setProtocolUpgradeEnabled(false)
                        .build())
                .setKeepAliveStrategy((response, context) -> TimeValue.ofMilliseconds(idleMillis))
                .disableAutomaticRetries() // a call that is lost is for its client to repeat
                .disableRedirectHandling()
                .disableCookieManagement() // cookies are between client and service
                .disableAuthCaching()
                .disableContentCompression()
                .disableDefaultUserAgent()
                .build();
    }

    /** Reading the trust store takes a fifth of the gateway's start, so it is read only where there is TLS. */
    private static PoolingHttpClientConnectionManagerBuilder connections(Endpoints endpoints) {
        PoolingHttpClientConnectionManagerBuilder connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setMaxConnTotal(MOST_CONNECTIONS)
                .setMaxConnPerRoute(MOST_CONNECTIONS)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.ofSeconds(CONNECT_SECONDS))
                        .setSocketTimeout(Timeout.ofSeconds(MOST_WAIT_SECONDS))
                        .setValidateAfterInactivity(TimeValue.ofMilliseconds(TRUSTED_MILLIS))
                        .build());
        if (!isTls(endpoints.sqs()) && !isTls(endpoints.dynamoDb())) {
            connections.setTlsSocketStrategy((socket, host, port, attachment, context) -> {
                throw new IOException("neither service has TLS");
            });
        }
        return connections;
    }

    private static boolean isTls(URI endpoint) {
        return "https".equalsIgnoreCase(endpoint.getScheme());
    }

    /** Forwards the call. A service that cannot be reached is answered for with 503, naming it. */
    Reply forward(Call call) {
        URI origin = origin(call);
        try {
            Optional<SignedHeaders> signed = signer.map(own ->
                    own.sign(call, URI.create(origin.getScheme() + "://" + origin.getRawAuthority() + call.path())));
            Reply.Answer answer =
                    send(call, origin, signed.map(SignedHeaders::headers).orElse(call.headers()));
            return signed.map(own -> own.withoutSecrets(call, answer)).orElse(answer);
        } catch (NoCredentialsException e) {
            return unavailable(call, "The gateway cannot sign for " + origin + ": " + e.getMessage());
        } catch (IOException e) {
            return unavailable(call, "The gateway got no answer from " + origin + ": " + e);
        }
    }

    private Reply.Answer send(Call call, URI origin, Headers headers) throws IOException {
        HttpHost service = HttpHost.create(origin);
        ClassicHttpRequest request = new BasicClassicHttpRequest(call.method(), service, call.path());
        headers.forEach((name, value) -> {
            if (!NOT_FORWARDED.contains(name)) {
                request.addHeader(name, value);
            }
        });
        request.setEntity(new ByteBufferEntity(call.body().all(), null));
        try (ClassicHttpResponse response = client.executeOpen(service, request, null)) {
            return answer(response);
        }
    }

    /** Of all that a call says, only the service that it is for decides where it goes. */
    private URI origin(Call call) {
        Service service = signer.map(own -> own.service(call)).or(call::service).orElse(Service.SQS);
        return service == Service.DYNAMODB ? endpoints.dynamoDb() : endpoints.sqs();
    }

    private static Reply unavailable(Call call, String message) {
        return Reply.error(call, 503, "ServiceUnavailable", message);
    }

    private static Reply.Answer answer(ClassicHttpResponse response) throws IOException {
        Headers.Builder headers = Headers.builder();
        for (Header header : response.getHeaders()) {
            if (!NOT_FORWARDED.contains(header.getName())) {
                headers.add(header.getName(), Objects.toString(header.getValue(), ""));
            }
        }
        return new Reply.Answer(response.getCode(), headers.build(), Body.of(bytes(response.getEntity())));
    }

    private static byte[] bytes(@Nullable HttpEntity entity) throws IOException {
        if (entity == null) {
            return new byte[0];
        }
        try (InputStream content = entity.getContent()) {
            byte[] bytes = content.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new IOException("the reply is longer than " + MOST_BYTES + " bytes");
            }
            return bytes;
        }
    }

    /** Calls that wait for a reply end without one. */
    void stop() {
        client.close(CloseMode.IMMEDIATE);
    }
}
