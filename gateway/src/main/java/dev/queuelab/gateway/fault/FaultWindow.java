package dev.queuelab.gateway.fault;

import dev.queuelab.gateway.call.Call;
import dev.queuelab.gateway.call.Reply;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Rules that are in force for a while: from the start until they are lifted. It knows which callers met them, and by which
 * operations these have succeeded since. Used by many threads at once.
 */
public final class FaultWindow {
    private final List<Rule> rules;
    private final Map<String, Set<String>> succeededSince = new ConcurrentHashMap<>();
    private volatile boolean lifted;

    /** A window that begins now. */
    public FaultWindow(List<Rule> rules) {
        this.rules = List.copyOf(rules);
    }

    /** The reply to a call that passes the window, and then what comes after. */
    public Reply pass(Call call, Encounter encounter, Next next) {
        if (!lifted) {
            Encounter own = new Encounter(call.resource(), encounter.subjects());
            Reply reply = Rule.pass(rules, call, own, next);
            own.met().forEach(encounter::meets);
            if (!own.met().isEmpty()) {
                succeededSince.putIfAbsent(call.caller(), ConcurrentHashMap.newKeySet());
            }
            return reply;
        }
        Reply reply = next.forward(call);
        Set<String> operations = succeededSince.get(call.caller());
        if (operations != null && reply instanceof Reply.Answer answer && answer.isOk()) {
            operations.add(call.operation());
        }
        return reply;
    }

    /** From now on calls are let through. */
    public void lift() {
        lifted = true;
    }

    /** The callers of which a call met a rule, each with the operations that it has made with success since the end. */
    public Map<String, Set<String>> callers() {
        return Map.copyOf(succeededSince);
    }
}
