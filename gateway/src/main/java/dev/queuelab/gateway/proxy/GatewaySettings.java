package dev.queuelab.gateway.proxy;

import dev.queuelab.gateway.call.Subjects;
import dev.queuelab.gateway.fault.Rule;
import dev.queuelab.gateway.history.CallRecorder;
import dev.queuelab.gateway.signing.Signing;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * What a gateway is made of.
 *
 * @param rules the faults, in the order in which calls meet them
 * @param signing where the services are AWS's: each call is re-signed, and only callers with its credentials may call
 */
public record GatewaySettings(
        Endpoints endpoints,
        List<Rule> rules,
        Subjects subjects,
        CallRecorder recorder,
        Clock clock,
        Optional<Signing> signing) {

    public GatewaySettings {
        rules = List.copyOf(rules);
    }

    /** A gateway before an emulator: anybody on this machine may call, and what they signed is forwarded. */
    public GatewaySettings(
            Endpoints endpoints, List<Rule> rules, Subjects subjects, CallRecorder recorder, Clock clock) {
        this(endpoints, rules, subjects, recorder, clock, Optional.empty());
    }
}
