package dev.queuelab.gateway.effect;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.queuelab.core.process.Pause;
import dev.queuelab.gateway.call.Body;
import dev.queuelab.gateway.call.Call;
import dev.queuelab.gateway.call.EffectCall;
import dev.queuelab.gateway.call.Headers;
import dev.queuelab.gateway.call.Reply;
import dev.queuelab.gateway.history.CallFact;
import dev.queuelab.gateway.history.CallRecorder;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * An external service, whose work cannot be undone: {@code POST /effects} has it done once for each {@code
 * Idempotency-Key}, as the IETF's draft "The Idempotency-Key HTTP Header Field" describes it, and {@code GET /effects}
 * lists what was done. It counts its performances, and records each before it answers.
 */
public final class EffectService {
    private static final int OK = 200;
    private static final Headers JSON = Headers.of(Map.of("Content-Type", List.of("application/json")));

    private final CallRecorder recorder;
    private final Clock clock;
    private final Pause pause;
    private final KnownKeys keys = new KnownKeys();
    private final FencingTokens tokens = new FencingTokens();
    private final Map<String, PerformedEffect> performed = new ConcurrentHashMap<>();

    /** One that has done nothing yet; {@code pause} lets the time pass that the work takes. */
    public EffectService(CallRecorder recorder, Clock clock, Pause pause) {
        this.recorder = recorder;
        this.clock = clock;
        this.pause = pause;
    }

    /** Answers a call. */
    public Reply.Answer serve(Call call) {
        try {
            return switch (call.operation()) {
                case EffectCall.POST -> post(EffectRequest.of(call));
                case EffectCall.LIST -> list();
                default -> throw ProblemException.methodNotAllowed(call.method());
            };
        } catch (ProblemException e) {
            return e.answer();
        }
    }

    /** What was done, the earliest first. */
    public List<PerformedEffect> performed() {
        return performed.values().stream()
                .sorted(Comparator.comparing(PerformedEffect::firstAt).thenComparing(PerformedEffect::key))
                .toList();
    }

    private Reply.Answer post(EffectRequest request) {
        request.fencingToken().ifPresent(token -> tokens.require(request.key(), token));
        Optional<String> key = request.idempotencyKey();
        if (request.settings().naive() || key.isEmpty()) {
            return perform(request);
        }
        Optional<Reply.Answer> earlier = keys.begin(key.get(), request.fingerprint());
        if (earlier.isPresent()) {
            Reply.Answer first = earlier.get();
            return new Reply.Answer(first.status(), first.headers().with(EffectCall.REPLAYED, "true"), first.body());
        }
        Reply.Answer answer = perform(request);
        keys.done(key.get(), request.fingerprint(), answer);
        return answer;
    }

    private Reply.Answer perform(EffectRequest request) {
        pause.pause(request.settings().work());
        Instant now = clock.instant();
        long times = performed
                .merge(
                        request.key(),
                        new PerformedEffect(request.key(), request.id(), 1, now, now),
                        (earlier, first) -> earlier.again(now))
                .timesPerformed();
        recorder.record(new CallFact.Performed(request.call(), now, request.key(), request.id(), times));
        return new Reply.Answer(OK, JSON, Body.of(Body.emptyObject().put("timesPerformed", times)));
    }

    private Reply.Answer list() {
        ArrayNode effects = Body.emptyObject().arrayNode();
        performed().forEach(effect -> {
            ObjectNode fields = effects.addObject().put("key", effect.key());
            effect.originalMessageId().ifPresent(id -> fields.put("originalMessageId", id));
            fields.put("timesPerformed", effect.timesPerformed())
                    .put("firstAt", effect.firstAt().toString())
                    .put("lastAt", effect.lastAt().toString());
        });
        return new Reply.Answer(OK, JSON, Body.of(effects));
    }
}
