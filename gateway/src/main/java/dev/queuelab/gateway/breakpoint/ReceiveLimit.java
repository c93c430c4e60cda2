package dev.queuelab.gateway.breakpoint;

import dev.queuelab.gateway.call.Call;
import dev.queuelab.gateway.call.Protocol;
import dev.queuelab.gateway.call.Reply;
import dev.queuelab.gateway.fault.Encounter;
import dev.queuelab.gateway.fault.Next;

/** Lets no receive of a consumer ask for more than so many messages. SQS may return fewer than were asked for at any time. */
public final class ReceiveLimit implements Interceptor {
    private static final String MOST = "MaxNumberOfMessages";

    private final int most;

    /** @param most 1 to 10 */
    public ReceiveLimit(int most) {
        this.most = most;
    }

    @Override
    public Reply intercept(Call call, Encounter encounter, Next next) {
        boolean asksForMore = call.operation().equals("ReceiveMessage")
                && call.protocol() == Protocol.JSON
                && call.request().path(MOST).asInt(1) > most;
        return next.forward(
                asksForMore ? call.withRequest(call.request().deepCopy().put(MOST, most)) : call);
    }
}
