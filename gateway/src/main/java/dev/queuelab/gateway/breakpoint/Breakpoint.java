package dev.queuelab.gateway.breakpoint;

import dev.queuelab.gateway.call.Call;
import dev.queuelab.gateway.call.Reply;
import dev.queuelab.gateway.fault.Encounter;
import dev.queuelab.gateway.fault.Next;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A point of a conversation, such as "after the second write of an effect, before the reply". What is to happen there
 * happens once.
 */
public final class Breakpoint implements Interceptor {
    private static final String NAME = "breakpoint";

    private final Moment moment;
    private final CallPattern pattern;
    private final int occurrence;
    private final Action action;
    private final AtomicInteger seen = new AtomicInteger();

    /**
     * A breakpoint at one call.
     *
     * @param occurrence the how many-th call that matches, from 1
     */
    public Breakpoint(Moment moment, CallPattern pattern, int occurrence, Action action) {
        this.moment = moment;
        this.pattern = pattern;
        this.occurrence = occurrence;
        this.action = action;
    }

    /** What happens at a breakpoint. */
    @FunctionalInterface
    public interface Action {

        /** Does it, and says what becomes of the call. */
        Then reached(Call call);
    }

    /** What becomes of the call afterwards. */
    public enum Then {
        GO_ON,
        /** The connection closes: what was not forwarded is not, and what was answered is not passed on. */
        CLOSE
    }

    @Override
    public Reply intercept(Call call, Encounter encounter, Next next) {
        if (moment == Moment.BEFORE_CALL) {
            return pattern.matches(call, encounter.subjects()) && stops(call, encounter)
                    ? Reply.none()
                    : next.forward(call);
        }
        Reply reply = next.forward(call);
        return pattern.isDone(call, encounter.subjects(), reply) && stops(call, encounter) ? Reply.lost(reply) : reply;
    }

    private boolean stops(Call call, Encounter encounter) {
        if (seen.incrementAndGet() != occurrence) {
            return false;
        }
        encounter.meets(NAME);
        return action.reached(call) == Then.CLOSE;
    }
}
