package dev.queuelab.lab.wire;

import dev.queuelab.gateway.call.EffectMappings;
import dev.queuelab.gateway.fault.FaultRules;
import dev.queuelab.gateway.fault.InvalidFaultException;
import dev.queuelab.gateway.fault.SystemTime;
import dev.queuelab.gateway.fault.Time;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether a run's calls pass the gateway, and which faults they meet there.
 *
 * @param faultFiles files with rules
 * @param faults rules in the form {@code NAME:PARAMETER=VALUE,...}
 * @param effects which calls are effects, besides those that the gateway knows by itself
 */
public record GatewayPlan(Use use, List<Path> faultFiles, List<String> faults, EffectMappings effects) {
    /** Every run uses it, and it breaks nothing. */
    public static final GatewayPlan EVERYWHERE = new GatewayPlan(Use.ALWAYS, List.of(), List.of(), EffectMappings.NONE);

    public GatewayPlan {
        faultFiles = List.copyOf(faultFiles);
        faults = List.copyOf(faults);
    }

    /** Which runs use the gateway. */
    public enum Use {
        ALWAYS,
        WHERE_NEEDED,
        NEVER
    }

    /** The same with further faults, of which every run has its own. */
    GatewayPlan with(List<String> further) {
        return new GatewayPlan(
                use,
                faultFiles,
                Stream.concat(faults.stream(), further.stream()).toList(),
                effects);
    }

    /**
     * Reads the rules, to be sure that they can be used.
     *
     * @throws InvalidFaultException if one cannot, naming it and what is accepted
     */
    public void validate() {
        rules(0, new SystemTime(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC)), line -> {});
    }

    /** For people: the faults, after "calls pass the gateway"; empty text if there are none. */
    public String describe(List<String> further) {
        String all = Stream.of(faultFiles.stream().map(file -> "those of " + file), faults.stream(), further.stream())
                .flatMap(texts -> texts)
                .collect(Collectors.joining(", "));
        return all.isEmpty() ? "" : ", with faults: " + all;
    }

    /** The rules, which remember nothing of an earlier run. */
    FaultRules rules(long seed, Time time, Consumer<String> decisionLog) {
        FaultRules rules = new FaultRules(seed, time, decisionLog);
        faultFiles.forEach(rules::file);
        faults.forEach(rules::option);
        return rules;
    }
}
