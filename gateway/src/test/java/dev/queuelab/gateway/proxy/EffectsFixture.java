package dev.queuelab.gateway.proxy;

import dev.queuelab.gateway.call.EffectCall;
import dev.queuelab.gateway.call.Subjects;
import dev.queuelab.gateway.effect.PerformedEffect;
import dev.queuelab.gateway.fault.FaultRules;
import dev.queuelab.gateway.fault.Time;
import dev.queuelab.gateway.history.CallFact;
import dev.queuelab.gateway.signing.Signing;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A gateway whose external service is called; nothing listens where it forwards to. */
final class EffectsFixture implements AutoCloseable {
    private static final URI NOWHERE = URI.create("http://127.0.0.1:1");

    private final HttpClient client = HttpClient.newHttpClient();
    private final List<CallFact> facts = new CopyOnWriteArrayList<>();
    private final List<Long> workMillis = new CopyOnWriteArrayList<>();
    private final CountDownLatch working = new CountDownLatch(1);
    private final BlockingQueue<Runnable> delayed = new LinkedBlockingQueue<>();
    private volatile CountDownLatch mayFinish = new CountDownLatch(0);
    private Optional<Signing> signing = Optional.empty();
    private Gateway gateway;
    private URI url;

    EffectsFixture() {
        gateway = start(List.of());
        url = gateway.listen("consumer-1", 0);
    }

    /** Restarts, as a gateway before AWS does, which serves only callers that sign. */
    void restartBeforeAws() {
        signing = Optional.of(Signing.withDefaultCredentials("us-west-1"));
        restart();
    }

    /** Restarts, with these faults. */
    void restart(String... faults) {
        gateway.close();
        facts.clear();
        gateway = start(List.of(faults));
        url = gateway.listen("consumer-1", 0);
    }

    private Gateway start(List<String> faults) {
        FaultRules rules = new FaultRules(1, new HeldTime(), line -> {});
        faults.forEach(rules::option);
        Clock clock = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
        return Gateway.start(
                new GatewaySettings(
                        new Endpoints(NOWHERE, NOWHERE), rules.all(), new Subjects(false), facts::add, clock, signing),
                this::work);
    }

    private void work(Duration duration) {
        workMillis.add(duration.toMillis());
        working.countDown();
        try {
            mayFinish.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** From now on, work goes on until {@link #finishWork}; what is returned opens once some has begun. */
    CountDownLatch holdWork() {
        mayFinish = new CountDownLatch(1);
        return working;
    }

    void finishWork() {
        mayFinish.countDown();
    }

    /** How long each piece of work took. */
    List<Long> workMillis() {
        return workMillis;
    }

    /** Returns once a fault waits for time to pass. */
    void awaitDelay() throws InterruptedException {
        Runnable action = delayed.poll(60, TimeUnit.SECONDS);
        if (action == null) {
            throw new AssertionError("no fault waits for time to pass");
        }
        delayed.add(action);
    }

    void endDelay() {
        delayed.forEach(Runnable::run);
    }

    HttpResponse<String> post(String key, String body) throws Exception {
        return post("", "\"" + key + "\"", body);
    }

    /** @param header the value of Idempotency-Key; none if empty */
    HttpResponse<String> post(String rest, String header, String body) throws Exception {
        return request("POST", rest, header, body);
    }

    /** A naive service is asked, by whoever has this fencing token. */
    HttpResponse<String> postFenced(String key, String token) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + EffectCall.PATH + "?naive=true"))
                .POST(HttpRequest.BodyPublishers.ofString("{\"key\": \"" + key + "\"}"))
                .header(EffectCall.FENCING_TOKEN, token)
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    CompletableFuture<HttpResponse<String>> postLater(String key, String body) {
        return client.sendAsync(build("POST", "", "\"" + key + "\"", body), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> request(String method, String rest, String header, String body) throws Exception {
        return client.send(build(method, rest, header, body), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest build(String method, String rest, String header, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + EffectCall.PATH + rest))
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (!header.isEmpty()) {
            request.header("Idempotency-Key", header);
        }
        return request.build();
    }

    List<CallFact> facts() {
        return facts;
    }

    List<PerformedEffect> performed() {
        return gateway.effects();
    }

    long timesPerformed(String key) {
        return performed().stream()
                .filter(effect -> effect.key().equals(key))
                .mapToLong(PerformedEffect::timesPerformed)
                .sum();
    }

    /** The faults that calls have met, in order. */
    List<String> met() {
        return facts.stream()
                .filter(CallFact.Replied.class::isInstance)
                .flatMap(fact -> ((CallFact.Replied) fact).faults().stream())
                .toList();
    }

    @Override
    public void close() {
        mayFinish.countDown();
        endDelay();
        gateway.close();
    }

    /** Time that passes at {@link #endDelay} alone. */
    private final class HeldTime implements Time {
        @Override
        public Instant now() {
            return Instant.EPOCH;
        }

        @Override
        public void after(Duration delay, Runnable action) {
            delayed.add(action);
        }
    }
}
