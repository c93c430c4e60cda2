package dev.queuelab.runner.cli;

import dev.queuelab.gateway.call.EffectMapping;
import dev.queuelab.gateway.call.EffectMappings;
import dev.queuelab.gateway.cli.EffectMappingConverter;
import dev.queuelab.gateway.fault.InvalidFaultException;
import dev.queuelab.lab.wire.GatewayPlan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options of every command that runs scenarios: whether calls pass the gateway, and what it breaks. */
final class GatewayOptions {
    private static final String GATEWAY = "--gateway";
    private static final String EFFECT = "--effect";

    @Option(
            names = GATEWAY,
            negatable = true,
            description = {
                "let the processes' calls to SQS and DynamoDB pass a gateway, which records each of them",
                "(default: with --consumer-cmd, with faults, with --set EFFECT=http, and for scenarios that need it)"
            })
    private @Nullable Boolean gateway;

    @Option(
            names = "--faults",
            paramLabel = "FILE",
            description = "break calls by the rules in this file (docs/gateway.md has its form); may be repeated")
    private List<Path> files = List.of();

    @Option(
            names = "--fault",
            paramLabel = "NAME[:PARAMETER=VALUE,...]",
            description = "break calls by this rule, such as reply-lost:operations=DeleteMessage,times=1;"
                    + " may be repeated; the command `faults` lists the names")
    private List<String> faults = List.of();

    @Option(
            names = EFFECT,
            paramLabel = "MAPPING",
            converter = EffectMappingConverter.class,
            description = "with --consumer-cmd: " + EffectMappingConverter.DESCRIPTION)
    private List<EffectMapping> effects = List.of();

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    /**
     * Makes sure that the options can be used.
     *
     * @param effectsByHttp whether consumers call the gateway's external service
     * @param foreignConsumer whether the consumer is not ours
     * @throws ParameterException if they contradict each other, or a rule is not accepted
     */
    void validate(boolean effectsByHttp, boolean foreignConsumer) {
        if (!effects.isEmpty() && !foreignConsumer) {
            throw wrong("--effect is not accepted without " + ProgramOptions.CONSUMER_CMD
                    + ": where consumer.jar performs its effects is known");
        }
        if (!effects.isEmpty() && Boolean.FALSE.equals(gateway)) {
            throw wrong("--no-gateway is not accepted beside --effect: it is the gateway that sees the effects");
        }
        if (effectsByHttp && Boolean.FALSE.equals(gateway)) {
            throw wrong(
                    "--no-gateway is not accepted beside --set EFFECT=http: it is the gateway that serves EFFECT_URL");
        }
        if (breaks() && Boolean.FALSE.equals(gateway)) {
            throw wrong("--no-gateway is not accepted beside --faults or --fault: it is the gateway that breaks calls");
        }
        try {
            new GatewayPlan(GatewayPlan.Use.ALWAYS, files, faults, EffectMappings.NONE).validate();
        } catch (InvalidFaultException e) {
            throw wrong(String.valueOf(e.getMessage()));
        }
    }

    private boolean breaks() {
        return !files.isEmpty() || !faults.isEmpty();
    }

    /**
     * What the options come to.
     *
     * @param effectsByHttp whether consumers call the gateway's external service
     * @param foreignConsumer whether the consumer is not ours, so that only the gateway may know what it does
     */
    GatewayPlan plan(boolean effectsByHttp, boolean foreignConsumer) {
        boolean always = gateway == null ? breaks() || effectsByHttp || foreignConsumer : gateway;
        GatewayPlan.Use otherwise = gateway == null ? GatewayPlan.Use.WHERE_NEEDED : GatewayPlan.Use.NEVER;
        return new GatewayPlan(always ? GatewayPlan.Use.ALWAYS : otherwise, files, faults, new EffectMappings(effects));
    }

    private ParameterException wrong(String message) {
        return new ParameterException(command.commandLine(), message);
    }

    /** The options that another run needs to pass the same gateway. */
    List<String> toRunAgain() {
        List<String> again = new ArrayList<>();
        if (gateway != null) {
            again.add(gateway ? GATEWAY : "--no-gateway");
        }
        files.forEach(file -> again.add("--faults=" + file));
        faults.forEach(fault -> again.add("--fault=" + fault));
        effects.forEach(effect -> again.add(EFFECT + "=" + effect.text()));
        return again;
    }
}
