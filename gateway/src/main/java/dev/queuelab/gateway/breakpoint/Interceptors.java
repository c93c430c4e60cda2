package dev.queuelab.gateway.breakpoint;

import dev.queuelab.gateway.call.Call;
import dev.queuelab.gateway.call.Reply;
import dev.queuelab.gateway.fault.Encounter;
import dev.queuelab.gateway.fault.Next;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** What stands between each process and the services. */
public final class Interceptors {
    private final Map<String, List<Interceptor>> byProcess = new ConcurrentHashMap<>();

    /** From now on the calls of the process pass this one, after those that were added before. */
    public void add(String process, Interceptor interceptor) {
        byProcess.computeIfAbsent(process, name -> new CopyOnWriteArrayList<>()).add(interceptor);
    }

    /** The reply to a call that passes those of its process, in order, and then what comes after. */
    public Reply pass(Call call, Encounter encounter, Next next) {
        return pass(byProcess.getOrDefault(call.caller(), List.of()), 0, call, encounter, next);
    }

    private static Reply pass(List<Interceptor> all, int from, Call call, Encounter encounter, Next next) {
        return from >= all.size()
                ? next.forward(call)
                : all.get(from)
                        .intercept(call, encounter, forwarded -> pass(all, from + 1, forwarded, encounter, next));
    }
}
