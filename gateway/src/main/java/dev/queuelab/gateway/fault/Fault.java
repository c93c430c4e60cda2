package dev.queuelab.gateway.fault;

import dev.queuelab.gateway.call.Call;
import dev.queuelab.gateway.call.Reply;

/**
 * One way in which a call is broken. Its class says in a {@link Definition} what it does and where that is documented,
 * and in {@link Parameter} fields how it can be varied. One object serves all calls of a rule, on many threads at once:
 * a fault that remembers something guards it.
 */
@FunctionalInterface
public interface Fault {

    /**
     * Answers a call: by forwarding it, before or after which the fault does its harm, or without.
     *
     * @param chance whether the fault falls; a fault that watches other calls, too, need not ask about those
     */
    Reply apply(Call call, Chance chance, Next next);
}
