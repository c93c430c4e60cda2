package dev.queuelab.gateway.fault.effect;

import com.google.auto.service.AutoService;
import dev.queuelab.gateway.call.Call;
import dev.queuelab.gateway.call.EffectCall;
import dev.queuelab.gateway.call.Reply;
import dev.queuelab.gateway.fault.Definition;
import dev.queuelab.gateway.fault.Fault;
import dev.queuelab.gateway.fault.Parameter;
import dev.queuelab.gateway.fault.Refusal;

@Definition(
        name = "effect-refused",
        claim = "The external service refuses the request with a status from 400 to 499, and does nothing.",
        source = "RFC 9110 HTTP Semantics, 15.5. Client Error 4xx",
        shows = "A message that fails each time it comes, until it is a dead letter; with 429, one that may succeed.",
        protection = "Rejecting what the service refuses for good, and a dead-letter queue; back-off where it may"
                + " succeed later.",
        operations = EffectCall.POST)
@AutoService(Fault.class)
public final class EffectRefused extends Refusal {
    @Parameter(value = "the HTTP status", from = 400, to = 499)
    private int status = 422;

    @Parameter("refuse only requests whose body has this field; any, if empty")
    private String field = "";

    @Parameter("and in it this text; any, if empty")
    private String value = "";

    public EffectRefused() {
        super("EffectRefused", "The external service refuses this request.");
    }

    @Override
    protected boolean canRefuse(Call call) {
        return field.isEmpty()
                || (call.request().has(field)
                        && (value.isEmpty()
                                || call.request().path(field).asText().equals(value)));
    }

    @Override
    protected Reply refusal(Call call) {
        return Reply.problem(status, "EffectRefused", "The external service refuses this request.");
    }
}
