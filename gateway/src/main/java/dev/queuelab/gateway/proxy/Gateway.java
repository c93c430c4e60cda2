package dev.queuelab.gateway.proxy;

import dev.queuelab.core.process.Pause;
import dev.queuelab.gateway.breakpoint.Interceptor;
import dev.queuelab.gateway.breakpoint.Interceptors;
import dev.queuelab.gateway.call.Body;
import dev.queuelab.gateway.call.Call;
import dev.queuelab.gateway.call.EffectMappings;
import dev.queuelab.gateway.call.Headers;
import dev.queuelab.gateway.call.Reply;
import dev.queuelab.gateway.call.Service;
import dev.queuelab.gateway.effect.EffectService;
import dev.queuelab.gateway.effect.PerformedEffect;
import dev.queuelab.gateway.effect.WrittenEffects;
import dev.queuelab.gateway.fault.FaultWindow;
import dev.queuelab.gateway.fault.FaultWindows;
import dev.queuelab.gateway.fault.Rule;
import dev.queuelab.gateway.signing.CallerCheck;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * Listens on the loopback address, forwards calls to SQS and DynamoDB, and serves an external service of its own under
 * {@code /effects}. Each process that calls has a port of its own, by which the gateway knows who calls.
 */
public final class Gateway implements AutoCloseable {
    static {
        // Jetty asks the platform's management how wide a reference is, to lay queues out, which takes a fifth of a
        // start.
        System.setProperty("org.eclipse.jetty.util.referencesPerCacheLine", "16");
    }

    private static final String LOOPBACK = "127.0.0.1";

    /** SQS takes requests of 1 MiB of messages, DynamoDB of 16 MB. */
    private static final int MOST_BYTES = 32 * 1024 * 1024;

    /** Enough to see which operation a caller names that is not to be served. */
    private static final int MOST_BYTES_OF_UNKNOWN = 64 * 1024;

    /** A client that holds a long poll open has a thread, for up to 20 s. */
    private static final int MOST_THREADS = 512;

    /** How long a client may take between two bytes. */
    private static final long IDLE_MILLIS = 60_000;

    private final Server server;
    private final Upstream upstream;
    private final LongPolls longPolls;
    private final EffectService effects;
    private final EffectMappings mappings;
    private final CallHandler calls;
    private final Optional<CallerCheck> check;
    private final Interceptors interceptors;
    private final FaultWindows windows;
    private final AtomicLong numbers = new AtomicLong();

    private Gateway(
            Upstream upstream,
            LongPolls longPolls,
            EffectService effects,
            EffectMappings mappings,
            CallHandler calls,
            Optional<CallerCheck> check,
            Interceptors interceptors,
            FaultWindows windows) {
        QueuedThreadPool threads = new QueuedThreadPool(MOST_THREADS);
        threads.setName("gateway");
        threads.setDaemon(true);
        this.server = new Server(threads);
        this.upstream = upstream;
        this.longPolls = longPolls;
        this.effects = effects;
        this.mappings = mappings;
        this.calls = calls;
        this.check = check;
        this.interceptors = interceptors;
        this.windows = windows;
    }

    /** Starts one that nobody can call yet. */
    public static Gateway start(GatewaySettings settings) {
        return start(settings, Pause.REAL);
    }

    /** @param work lets the time pass that the external service's work takes */
    static Gateway start(GatewaySettings settings, Pause work) {
        EffectService effects = new EffectService(settings.recorder(), settings.clock(), work);
        Upstream upstream =
                new Upstream(settings.endpoints(), settings.signing().map(own -> own.signer(settings.clock())));
        LongPolls longPolls = new LongPolls(upstream::forward);
        EffectMappings mappings = settings.subjects().mappings();
        Interceptors interceptors = new Interceptors();
        FaultWindows windows = new FaultWindows();
        Gateway gateway = new Gateway(
                upstream,
                longPolls,
                effects,
                mappings,
                new CallHandler(
                        longPolls,
                        effects,
                        new WrittenEffects(mappings, settings.recorder(), settings.clock()),
                        new QueueUrls(settings.endpoints().sqs()),
                        interceptors,
                        windows,
                        settings.rules(),
                        settings.subjects(),
                        settings.recorder(),
                        settings.clock()),
                settings.signing().map(own -> own.check(settings.clock())),
                interceptors,
                windows);
        gateway.server.setHandler(gateway.new Calls());
        try {
            gateway.server.start();
        } catch (Exception e) {
            throw new GatewayException("the gateway cannot start: " + e.getMessage(), e);
        }
        return gateway;
    }

    /**
     * Opens a port for a process.
     *
     * @param port 0 for any that is free
     * @return the URL to call, for both services
     * @throws GatewayException if the port is taken
     */
    public URI listen(String caller, int port) {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setSendDateHeader(false);
        ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
        connector.setHost(LOOPBACK);
        connector.setPort(port);
        connector.setName(caller);
        connector.setIdleTimeout(IDLE_MILLIS);
        server.addConnector(connector);
        try {
            connector.start();
        } catch (Exception e) {
            throw new GatewayException("the gateway cannot listen on port " + port + ": " + e.getMessage(), e);
        }
        return URI.create("http://" + LOOPBACK + ":" + connector.getLocalPort());
    }

    /** What the external service has done so far, the earliest first. */
    public List<PerformedEffect> effects() {
        return effects.performed();
    }

    /** From now on the calls of this process pass the interceptor, after those that were added before. */
    public void intercept(String caller, Interceptor interceptor) {
        interceptors.add(caller, interceptor);
    }

    /** From now on all calls meet these rules, before those that last, until the window is lifted. */
    public FaultWindow begin(List<Rule> rules) {
        return windows.begin(rules);
    }

    /**
     * From now on no long poll of this process goes on for longer than a second after its end, or while it is paused, so that
     * no message is given to a client that does not read it.
     *
     * @param isReading whether the process runs
     */
    public void endPollsWith(String caller, BooleanSupplier isReading) {
        longPolls.endWith(caller, isReading);
    }

    @Override
    public void close() {
        try {
            for (Connector connector : server.getConnectors()) {
                connector.stop(); // nobody calls any more
            }
            upstream.stop(); // no call waits for a reply any more
            server.stop();
        } catch (Exception e) {
            throw new GatewayException("the gateway did not stop: " + e.getMessage(), e);
        }
    }

    private final class Calls extends Handler.Abstract {
        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            Headers headers = headers(request);
            boolean known = check.map(own -> own.knows(headers)).orElse(true);
            RequestBody.read(request, known ? MOST_BYTES : MOST_BYTES_OF_UNKNOWN, callback::failed, body -> {
                try {
                    write(reply(request, headers, known, body), request, response, callback);
                } catch (RuntimeException e) {
                    Response.writeError(request, response, callback, e);
                }
            });
            return true;
        }
    }

    private Reply reply(Request request, Headers headers, boolean known, Optional<Body> body) {
        Call call = mappings.translate(Call.of(
                numbers.incrementAndGet(),
                request.getConnectionMetaData().getConnector().getName(),
                request.getMethod(),
                request.getHttpURI().getPathQuery(),
                headers,
                body.orElse(Body.of(""))));
        boolean ownService = call.isFor(Service.EFFECTS); // for which nobody signs, and which forwards nothing
        if ((known || ownService) && body.isEmpty()) {
            return calls.refuse(call, tooLarge(call));
        }
        Optional<Reply.Answer> refusal = ownService ? Optional.empty() : check.flatMap(own -> own.refusal(call));
        return refusal.isPresent()
                ? calls.refuse(call, refusal.get())
                : calls.handle(call, "http://" + Request.getServerName(request) + ":" + Request.getServerPort(request));
    }

    private static Reply.Answer tooLarge(Call call) {
        return Reply.error(
                call,
                413,
                "RequestEntityTooLarge",
                "The gateway takes requests of at most " + MOST_BYTES + " bytes; both services take less.");
    }

    private static Headers headers(Request request) {
        Headers.Builder headers = Headers.builder();
        request.getHeaders().forEach(field -> headers.add(field.getName(), Objects.toString(field.getValue(), "")));
        return headers.build();
    }

    private static void write(Reply reply, Request request, Response response, Callback callback) {
        if (reply instanceof Reply.Answer answer) {
            begin(answer, response);
            response.write(true, answer.body().all(), callback);
            return;
        }
        Reply.Cut cut = (Reply.Cut) reply;
        Callback close = Callback.from(() -> {
            request.getConnectionMetaData().getConnection().getEndPoint().close();
            callback.failed(new EofException("the connection is closed on purpose")); // which Jetty does not log
        });
        if (cut.answer().isEmpty() || cut.bytes() == 0) {
            close.succeeded();
            return;
        }
        Reply.Answer whole = cut.answer().get();
        begin(whole, response);
        response.write(false, whole.body().first(cut.bytes()), close);
    }

    private static void begin(Reply.Answer answer, Response response) {
        response.setStatus(answer.status());
        answer.headers().forEach(response.getHeaders()::add);
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, answer.body().length());
    }
}
