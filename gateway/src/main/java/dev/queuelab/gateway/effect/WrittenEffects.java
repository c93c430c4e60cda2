package dev.queuelab.gateway.effect;

import dev.queuelab.gateway.call.Call;
import dev.queuelab.gateway.call.EffectMappings;
import dev.queuelab.gateway.call.Reply;
import dev.queuelab.gateway.call.Subject;
import dev.queuelab.gateway.history.CallFact;
import dev.queuelab.gateway.history.CallRecorder;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Effects that a program writes to a table of its own: each write that DynamoDB accepted is recorded as a performance. */
public final class WrittenEffects {
    private final EffectMappings mappings;
    private final CallRecorder recorder;
    private final Clock clock;
    private final Map<String, Long> times = new ConcurrentHashMap<>();

    /** One that knows of none yet. */
    public WrittenEffects(EffectMappings mappings, CallRecorder recorder, Clock clock) {
        this.mappings = mappings;
        this.recorder = recorder;
        this.clock = clock;
    }

    /** Records what the service has done by this call, whether or not its client gets the reply. */
    public void answered(Call call, Reply reply) {
        if (reply instanceof Reply.Answer answer && answer.isOk()) {
            for (Subject effect : mappings.writes(call)) {
                String key = effect.key().orElseThrow();
                recorder.record(new CallFact.Performed(
                        call.number(), clock.instant(), key, effect.id(), times.merge(key, 1L, Long::sum)));
            }
        }
    }
}
