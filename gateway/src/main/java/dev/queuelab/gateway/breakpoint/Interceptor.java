package dev.queuelab.gateway.breakpoint;

import dev.queuelab.gateway.call.Call;
import dev.queuelab.gateway.call.Reply;
import dev.queuelab.gateway.fault.Encounter;
import dev.queuelab.gateway.fault.Next;

/** Stands between a process and the services: the calls of that process pass it before they meet any fault. */
@FunctionalInterface
public interface Interceptor {

    /** Answers a call, by forwarding it or without. Runs on the call's own thread, and may hold it. */
    Reply intercept(Call call, Encounter encounter, Next next);
}
