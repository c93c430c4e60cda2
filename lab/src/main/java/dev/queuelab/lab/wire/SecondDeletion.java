package dev.queuelab.lab.wire;

import dev.queuelab.gateway.breakpoint.CallPattern;
import dev.queuelab.gateway.breakpoint.Interceptor;
import dev.queuelab.gateway.call.Call;
import dev.queuelab.gateway.call.Reply;
import dev.queuelab.gateway.fault.Encounter;
import dev.queuelab.gateway.fault.Next;

/**
 * The point at which a program that records no effect is killed after it has received: its second deletion, which is not
 * forwarded. At its first one, it is not known yet whether an effect follows.
 */
public final class SecondDeletion implements Interceptor {
    private static final String NAME = "breakpoint";

    private final Runnable action;
    private int deletions;
    private boolean effectSeen;

    public SecondDeletion(Runnable action) {
        this.action = action;
    }

    @Override
    public Reply intercept(Call call, Encounter encounter, Next next) {
        if (!isReached(call, encounter)) {
            return next.forward(call);
        }
        encounter.meets(NAME);
        action.run();
        return Reply.none();
    }

    private synchronized boolean isReached(Call call, Encounter encounter) {
        effectSeen |= CallPattern.EFFECT.matches(call, encounter.subjects());
        return !effectSeen && CallPattern.DELETE.matches(call, encounter.subjects()) && ++deletions == 2;
    }
}
