package dev.queuelab.gateway.proxy;

import dev.queuelab.gateway.call.Subjects;
import dev.queuelab.gateway.fault.Rule;
import dev.queuelab.gateway.history.CallRecorder;
import java.time.Clock;
import java.util.List;

/**
 * What a gateway is made of.
 *
 * @param rules the faults, in the order in which calls meet them
 */
public record GatewaySettings(
        Endpoints endpoints, List<Rule> rules, Subjects subjects, CallRecorder recorder, Clock clock) {

    public GatewaySettings {
        rules = List.copyOf(rules);
    }
}
