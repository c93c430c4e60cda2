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

@Definition(
        name = "effect-key-forgotten",
        claim = "The external service has forgotten the idempotency key, and does the work again.",
        source = "Stripe API Reference, Idempotent requests (keys may be removed once they are 24 hours old)",
        shows = "A message that is repeated late has a second effect.",
        protection = "A record of one's own of what was done, kept for longer than the queue keeps messages.",
        operations = EffectCall.POST)
@AutoService(Fault.class)
public final class EffectKeyForgotten implements Fault {

    @Override
    public Reply apply(Call call, Chance chance, Next next) {
        return next.forward(
                chance.falls()
                        ? call.withPath(EffectServiceSettings.add(call.path(), EffectServiceSettings.NAIVE, "true"))
                        : call);
    }
}
