package dev.queuelab.gateway.breakpoint;

import dev.queuelab.gateway.call.Body;
import dev.queuelab.gateway.call.Call;
import dev.queuelab.gateway.call.Protocol;
import dev.queuelab.gateway.call.Reply;
import dev.queuelab.gateway.fault.Encounter;
import dev.queuelab.gateway.fault.Next;
import java.util.function.BooleanSupplier;

/** Lets a consumer receive so many messages in all: its later polls bring none. */
public final class ReceiveBudget implements Interceptor {
    private static final String RECEIVE = "ReceiveMessage";
    private static final long MILLIS_BETWEEN_LOOKS = 20;

    private final BooleanSupplier alive;
    private int left;

    /**
     * Lets through so many messages.
     *
     * @param total at least 1; a message that is delivered twice counts twice
     * @param alive whether the program still runs: a dead one's poll ends
     */
    public ReceiveBudget(int total, BooleanSupplier alive) {
        this.left = total;
        this.alive = alive;
    }

    @Override
    public Reply intercept(Call call, Encounter encounter, Next next) {
        if (!call.operation().equals(RECEIVE) || call.protocol() != Protocol.JSON) {
            return next.forward(call);
        }
        return poll(call, encounter, next);
    }

    /** One poll at a time, so that two cannot bring more together. */
    private synchronized Reply poll(Call call, Encounter encounter, Next next) {
        if (left == 0) {
            return nothing(call);
        }
        Reply reply = new ReceiveLimit(left).intercept(call, encounter, next);
        Reply whole = reply instanceof Reply.Cut cut && cut.answer().isPresent()
                ? cut.answer().get()
                : reply;
        if (whole instanceof Reply.Answer answer) {
            left -= answer.json().path("Messages").size();
        }
        return reply;
    }

    /** The poll takes as long as one that waits in vain. */
    private Reply nothing(Call call) {
        long end = System.nanoTime() + call.request().path("WaitTimeSeconds").asInt(1) * 1_000_000_000L;
        try {
            while (alive.getAsBoolean() && System.nanoTime() < end) {
                wait(MILLIS_BETWEEN_LOOKS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Reply.ok(Body.emptyObject());
    }
}
