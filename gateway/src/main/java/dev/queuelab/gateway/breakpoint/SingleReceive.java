package dev.queuelab.gateway.breakpoint;

import dev.queuelab.gateway.call.Body;
import dev.queuelab.gateway.call.Call;
import dev.queuelab.gateway.call.Protocol;
import dev.queuelab.gateway.call.Reply;
import dev.queuelab.gateway.fault.Encounter;
import dev.queuelab.gateway.fault.Next;
import java.util.function.BooleanSupplier;

/** Lets a consumer receive messages once, and no more than so many: its later polls bring none. */
public final class SingleReceive implements Interceptor {
    private static final String RECEIVE = "ReceiveMessage";
    private static final String MOST = "MaxNumberOfMessages";
    private static final long MILLIS_BETWEEN_LOOKS = 20;

    private final int most;
    private final BooleanSupplier alive;
    private boolean received;

    /**
     * Lets through at most so many messages.
     *
     * @param alive whether the program still runs: a dead one's poll ends
     */
    public SingleReceive(int most, BooleanSupplier alive) {
        this.most = most;
        this.alive = alive;
    }

    @Override
    public Reply intercept(Call call, Encounter encounter, Next next) {
        if (!call.operation().equals(RECEIVE) || call.protocol() != Protocol.JSON) {
            return next.forward(call);
        }
        return poll(call, next);
    }

    /** One poll at a time, so that two cannot bring messages both. */
    private synchronized Reply poll(Call call, Next next) {
        if (received) {
            return nothing(call);
        }
        int asked = Math.max(1, call.request().path(MOST).asInt(1));
        Reply reply = next.forward(call.withRequest(call.request().deepCopy().put(MOST, Math.min(asked, most))));
        Reply whole = reply instanceof Reply.Cut cut && cut.answer().isPresent()
                ? cut.answer().get()
                : reply;
        received = whole instanceof Reply.Answer answer
                && !answer.json().path("Messages").isEmpty();
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
