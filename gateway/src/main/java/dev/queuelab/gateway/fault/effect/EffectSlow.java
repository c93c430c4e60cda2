package dev.queuelab.gateway.fault.effect;

import com.google.auto.service.AutoService;
import dev.queuelab.gateway.call.Call;
import dev.queuelab.gateway.call.EffectCall;
import dev.queuelab.gateway.call.Reply;
import dev.queuelab.gateway.effect.EffectServiceSettings;
import dev.queuelab.gateway.fault.Chance;
import dev.queuelab.gateway.fault.Definition;
import dev.queuelab.gateway.fault.Fault;
import dev.queuelab.gateway.fault.Next;
import dev.queuelab.gateway.fault.Parameter;

@Definition(
        name = "effect-slow",
        claim = "The external service takes its time for the work, and answers 409 to a second request with the same"
                + " idempotency key meanwhile.",
        source = "IETF draft, The Idempotency-Key HTTP Header Field, 2.6. Idempotency Enforcement Scenarios",
        shows = "Time-outs of requests that are done in the end; a redelivery that meets work in progress.",
        protection = "The same key for each try; taking 409 for work that may still succeed, and trying again later.",
        operations = EffectCall.POST)
@AutoService(Fault.class)
public final class EffectSlow implements Fault {
    @Parameter(value = "how long the work takes, in milliseconds", to = EffectServiceSettings.MOST_WORK_MILLIS)
    private int millis = 1_000;

    @Override
    public Reply apply(Call call, Chance chance, Next next) {
        return next.forward(
                chance.falls()
                        ? call.withPath(EffectServiceSettings.add(
                                call.path(), EffectServiceSettings.WORK_MILLIS, Integer.toString(millis)))
                        : call);
    }
}
