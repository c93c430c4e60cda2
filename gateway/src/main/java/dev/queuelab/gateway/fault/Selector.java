package dev.queuelab.gateway.fault;

import dev.queuelab.gateway.call.Call;
import dev.queuelab.gateway.call.Service;
import java.util.Optional;
import java.util.Set;

/**
 * Which calls a rule is about.
 *
 * @param operations all if empty
 * @param service any if empty
 * @param process the caller's name; any if empty
 * @param resource the name of a queue or table; any if empty
 * @param firstTryOnly whether the tries that an SDK repeats by itself are let through
 */
record Selector(
        Set<String> operations,
        Optional<Service> service,
        Optional<String> process,
        Optional<String> resource,
        boolean firstTryOnly) {

    boolean matches(Call call) {
        return (operations.isEmpty() || operations.contains(call.operation()))
                && service.filter(other -> !call.isFor(other)).isEmpty()
                && process.filter(name -> !name.equals(call.caller())).isEmpty()
                && resource.filter(name -> !name.equals(call.resource())).isEmpty()
                && !(firstTryOnly && call.attempt() > 1);
    }
}
