package dev.queuelab.gateway.fault.transport;

import com.google.auto.service.AutoService;
import dev.queuelab.gateway.call.Call;
import dev.queuelab.gateway.call.Reply;
import dev.queuelab.gateway.fault.Chance;
import dev.queuelab.gateway.fault.Definition;
import dev.queuelab.gateway.fault.Fault;
import dev.queuelab.gateway.fault.Next;

@Definition(
        name = "request-lost",
        claim = "The connection closes before the service gets the request.",
        source = "Amazon Builders' Library, Timeouts, retries and backoff with jitter",
        shows = "An error of the connection; nothing was done.",
        protection = "Retries.")
@AutoService(Fault.class)
public final class RequestLost implements Fault {

    @Override
    public Reply apply(Call call, Chance chance, Next next) {
        return chance.falls() ? Reply.none() : next.forward(call);
    }
}
