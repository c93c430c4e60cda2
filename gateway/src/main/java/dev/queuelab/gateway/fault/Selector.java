package dev.queuelab.gateway.fault;

import dev.queuelab.gateway.call.Call;
import java.util.Optional;
import java.util.Set;

/**
 * Which calls a rule is about.
 *
 * @param operations all if empty
 * @param process the caller's name; any if empty
 * @param resource the name of a queue or table; any if empty
 * @param firstTryOnly whether the tries that an SDK repeats by itself are let through
 */
record Selector(Set<String> operations, Optional<String> process, Optional<String> resource, boolean firstTryOnly) {

    boolean matches(Call call) {
        return (operations.isEmpty() || operations.contains(call.operation()))
                && process.filter(name -> !name.equals(call.caller())).isEmpty()
                && resource.filter(name -> !name.equals(call.resource())).isEmpty()
                && !(firstTryOnly && call.attempt() > 1);
    }
}
