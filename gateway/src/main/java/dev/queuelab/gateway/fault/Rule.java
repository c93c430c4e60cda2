package dev.queuelab.gateway.fault;

import dev.queuelab.gateway.call.Call;
import dev.queuelab.gateway.call.Reply;
import java.util.List;

/** A fault, the calls that it is for, and how much of it there is. */
public final class Rule {
    private final String name;
    private final Fault fault;
    private final Selector selector;
    private final Decisions decisions;

    Rule(String name, Fault fault, Selector selector, Decisions decisions) {
        this.name = name;
        this.fault = fault;
        this.selector = selector;
        this.decisions = decisions;
    }

    /** The reply to a call that passes these rules, in order, and then the service. */
    public static Reply pass(List<Rule> rules, Call call, Encounter encounter, Next service) {
        if (rules.isEmpty()) {
            return service.forward(call);
        }
        Rule first = rules.get(0);
        Next rest = forwarded -> pass(rules.subList(1, rules.size()), forwarded, encounter, service);
        return first.selector.matches(call)
                ? first.fault.apply(call, first.chance(call.operation(), encounter), rest)
                : rest.forward(call);
    }

    private Chance chance(String operation, Encounter encounter) {
        return new Chance() {
            @Override
            public boolean falls() {
                return falls(encounter.name());
            }

            @Override
            public boolean falls(String subject) {
                boolean falls = decisions.falls(operation, subject);
                if (falls) {
                    encounter.meets(name);
                }
                return falls;
            }

            @Override
            public String nameOfHandle(String receiptHandle) {
                return encounter.nameOfHandle(receiptHandle);
            }
        };
    }
}
