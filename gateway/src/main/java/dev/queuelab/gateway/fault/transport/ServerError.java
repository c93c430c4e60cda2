package dev.queuelab.gateway.fault.transport;

import com.google.auto.service.AutoService;
import dev.queuelab.gateway.call.Call;
import dev.queuelab.gateway.call.Reply;
import dev.queuelab.gateway.fault.Chance;
import dev.queuelab.gateway.fault.Definition;
import dev.queuelab.gateway.fault.Fault;
import dev.queuelab.gateway.fault.Next;
import dev.queuelab.gateway.fault.Parameter;
import dev.queuelab.gateway.fault.When;

@Definition(
        name = "server-error",
        claim = "The service answers with a status of 500 or 503, before or after it did what was asked.",
        source = "Amazon SQS API Reference, Common Errors (InternalFailure, ServiceUnavailable);"
                + " Amazon DynamoDB Developer Guide, Error handling (InternalServerError)",
        shows = "A retry, of which nobody knows whether it is the first to do the work.",
        protection = "Retries with back-off, and idempotency.")
@AutoService(Fault.class)
public final class ServerError implements Fault {
    @Parameter(value = "the HTTP status", from = 500, to = 503)
    private int status = 500;

    @Parameter("whether the service has done what was asked by then: before or after")
    private When when = When.BEFORE;

    @Override
    public Reply apply(Call call, Chance chance, Next next) {
        if (!chance.falls()) {
            return next.forward(call);
        }
        if (when == When.AFTER) {
            next.forward(call);
        }
        return Reply.error(
                call,
                status,
                status == 503 ? "ServiceUnavailable" : "InternalServerError",
                "The request processing has failed because of an unknown error.");
    }
}
