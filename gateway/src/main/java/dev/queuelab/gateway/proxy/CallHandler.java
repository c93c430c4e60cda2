package dev.queuelab.gateway.proxy;

import dev.queuelab.core.toolbox.Text;
import dev.queuelab.gateway.breakpoint.Interceptors;
import dev.queuelab.gateway.call.Call;
import dev.queuelab.gateway.call.QueryProtocol;
import dev.queuelab.gateway.call.Reply;
import dev.queuelab.gateway.call.Service;
import dev.queuelab.gateway.call.Subject;
import dev.queuelab.gateway.call.Subjects;
import dev.queuelab.gateway.effect.EffectService;
import dev.queuelab.gateway.effect.WrittenEffects;
import dev.queuelab.gateway.fault.Encounter;
import dev.queuelab.gateway.fault.FaultWindows;
import dev.queuelab.gateway.fault.Rule;
import dev.queuelab.gateway.history.CallFact;
import dev.queuelab.gateway.history.CallRecorder;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** What happens to each call: it is recorded, passes breakpoints and faults, is forwarded, and recorded again. */
final class CallHandler {
    private static final long NANOS_A_MICRO = 1_000;

    /** Of a name that somebody gives who may not call. */
    private static final int MOST_CHARACTERS = 100;

    private final LongPolls upstream;
    private final EffectService effects;
    private final WrittenEffects written;
    private final QueueUrls queueUrls;
    private final Interceptors interceptors;
    private final FaultWindows windows;
    private final List<Rule> rules;
    private final Subjects subjects;
    private final CallRecorder recorder;
    private final Clock clock;

    CallHandler(
            LongPolls upstream,
            EffectService effects,
            WrittenEffects written,
            QueueUrls queueUrls,
            Interceptors interceptors,
            FaultWindows windows,
            List<Rule> rules,
            Subjects subjects,
            CallRecorder recorder,
            Clock clock) {
        this.upstream = upstream;
        this.effects = effects;
        this.written = written;
        this.queueUrls = queueUrls;
        this.interceptors = interceptors;
        this.windows = windows;
        this.rules = List.copyOf(rules);
        this.subjects = subjects;
        this.recorder = recorder;
        this.clock = clock;
    }

    /**
     * Answers a call.
     *
     * @param gateway the URL by which the client reached the gateway
     */
    Reply handle(Call call, String gateway) {
        return QueryProtocol.toJson(call)
                .map(inJson -> QueryProtocol.toXml(call, pass(inJson, gateway)))
                .orElseGet(() -> pass(call, gateway));
    }

    private Reply pass(Call call, String gateway) {
        long begin = System.nanoTime();
        List<Subject> named = subjects.of(call);
        recorder.record(new CallFact.Called(
                call.number(),
                clock.instant(),
                call.caller(),
                call.service(),
                call.operation(),
                call.resource(),
                call.attempt(),
                named));
        Encounter encounter = new Encounter(call.resource(), named);
        Reply answer = interceptors.pass(
                queueUrls.toService(call),
                encounter,
                passed -> windows.pass(
                        passed, encounter, further -> Rule.pass(rules, further, encounter, this::service)));
        Reply reply = queueUrls.toClient(call, answer, gateway);
        recorder.record(replied(call, reply, encounter.met(), (System.nanoTime() - begin) / NANOS_A_MICRO));
        return reply;
    }

    /** Answers a call without doing anything about it; only that it came is recorded. */
    Reply refuse(Call call, Reply.Answer refusal) {
        recorder.record(new CallFact.Called(
                call.number(),
                clock.instant(),
                call.caller(),
                call.service(),
                Text.truncate(call.operation(), MOST_CHARACTERS),
                Text.truncate(call.resource(), MOST_CHARACTERS),
                call.attempt(),
                List.of()));
        recorder.record(new CallFact.Replied(
                call.number(),
                clock.instant(),
                Optional.of(refusal.status()),
                refusal.error(),
                0,
                List.of(),
                List.of()));
        return refusal;
    }

    private Reply service(Call call) {
        if (call.isFor(Service.EFFECTS)) {
            return effects.serve(call);
        }
        Reply reply = upstream.forward(call);
        written.answered(call, reply);
        return reply;
    }

    private CallFact.Replied replied(Call call, Reply reply, List<String> met, long micros) {
        Optional<Reply.Answer> answer = reply instanceof Reply.Answer whole ? Optional.of(whole) : Optional.empty();
        Optional<Reply.Answer> given = reply instanceof Reply.Cut cut ? cut.answer() : answer;
        List<Subject> named = given.map(whole -> subjects.of(call, whole)).orElse(List.of());
        return new CallFact.Replied(
                call.number(),
                clock.instant(),
                answer.map(Reply.Answer::status),
                answer.flatMap(Reply.Answer::error),
                micros,
                named,
                met);
    }
}
