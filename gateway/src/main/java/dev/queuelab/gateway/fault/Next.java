package dev.queuelab.gateway.fault;

import dev.queuelab.gateway.call.Call;
import dev.queuelab.gateway.call.Reply;

/** What comes after a fault: further faults, then the service. */
@FunctionalInterface
public interface Next {

    /** Forwards the call, and waits for its reply. */
    Reply forward(Call call);
}
