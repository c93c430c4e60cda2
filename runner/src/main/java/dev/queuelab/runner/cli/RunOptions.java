package dev.queuelab.runner.cli;

import dev.queuelab.lab.environment.Environment;
import dev.queuelab.lab.environment.OwnSandbox;
import dev.queuelab.lab.run.ScenarioRunner;
import dev.queuelab.lab.runstore.Invocation;
import dev.queuelab.lab.runstore.Suite;
import dev.queuelab.lab.wire.GatewayPlan;
import dev.queuelab.scenarios.kit.Catalogue;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options of every command that runs scenarios. */
final class RunOptions {
    private static final String VISIBILITY = "--visibility-timeout";
    private static final String SEED = "--seed";
    private static final int VISIBILITY_SECONDS_OF_STRANGERS = 10;

    @Mixin
    private EnvironmentOptions where;

    @Mixin
    private ProgramOptions programs;

    @Mixin
    private KnobOptions knobs;

    @Mixin
    private GatewayOptions gateway;

    @Option(
            names = VISIBILITY,
            paramLabel = "SECONDS",
            converter = NumberOption.VisibilitySeconds.class,
            description = {
                "how long a received message stays hidden, on a sandbox for this run, 0 to 43200",
                "(default: 10 with --consumer-cmd, else 2)"
            })
    private @Nullable Integer visibilitySeconds;

    @Option(
            names = "--run-dir",
            paramLabel = "DIR",
            defaultValue = "runs",
            description = "where to make a folder for each run (default: ${DEFAULT-VALUE})")
    private Path runs;

    @Option(
            names = SEED,
            paramLabel = "N",
            converter = NumberOption.Seed.class,
            description = "seed of all random choices (default: a different one each time)")
    private @Nullable Long seed;

    @Option(names = "--verbose", description = "show what the child processes log")
    private boolean verbose;

    @Option(
            names = "--timing",
            description =
                    "show where each run's wall time went, and its floor: the waits that no computer makes shorter")
    private boolean timing;

    @Mixin
    private ResultOptions results;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    boolean verbose() {
        return verbose;
    }

    boolean timing() {
        return timing;
    }

    ResultOptions results() {
        return results;
    }

    /** Opens the environment in which {@code scenarios} are played, once all options are known to be good. */
    Environment open(CommandContext context, List<Catalogue.Entry> scenarios) {
        gateway.validate(knobs.haveEffectsByHttp(), programs.hasConsumer());
        return where.open(context, sandbox().playing(scenarios));
    }

    /** A cold start of a program that is not ours may use up the 2 s that the sandbox's queues have by default. */
    private OwnSandbox sandbox() {
        if (visibilitySeconds != null) {
            return new OwnSandbox(Optional.of(visibilitySeconds), true, List.of());
        }
        return programs.hasConsumer()
                ? new OwnSandbox(Optional.of(VISIBILITY_SECONDS_OF_STRANGERS), false, List.of())
                : OwnSandbox.USUAL;
    }

    /** A runner in {@code environment}; prints in the first line which environment and seed it is. */
    ScenarioRunner runner(CommandContext context, Environment environment, Optional<Suite> suite, PrintWriter out) {
        GatewayPlan plan = gateway.plan(knobs.haveEffectsByHttp(), programs.hasConsumer());
        long chosen = seed == null ? context.freshSeed().getAsLong() : seed;
        out.println("Queue Lab on " + environment.description() + ", seed " + chosen + programs.describe()
                + knobs.describe());
        Invocation invocation = new Invocation(commandLine(), toRunAgain(chosen), suite);
        return new ScenarioRunner(
                programs.programs(context.dist()),
                environment,
                plan,
                runs,
                chosen,
                knobs.all(),
                invocation,
                context.clock());
    }

    /** Whether the scenarios run with somebody else's consumer. */
    boolean hasConsumer() {
        return programs.hasConsumer();
    }

    Path runs() {
        return runs;
    }

    /** The arguments that run this scenario by itself with these options. */
    List<String> arguments(String scenario) {
        List<String> arguments = new ArrayList<>(List.of(scenario));
        arguments.addAll(toRunAgain());
        if (seed != null) {
            arguments.add(SEED + "=" + seed);
        }
        return arguments;
    }

    /** The options that another run needs to be like this one. */
    private List<String> toRunAgain(long chosen) {
        List<String> again = toRunAgain();
        again.add(SEED + "=" + chosen);
        return again;
    }

    private List<String> toRunAgain() {
        List<String> again = new ArrayList<>(where.toRunAgain());
        again.addAll(programs.toRunAgain());
        again.addAll(knobs.toRunAgain());
        again.addAll(gateway.toRunAgain());
        if (visibilitySeconds != null) {
            again.add(VISIBILITY + "=" + visibilitySeconds);
        }
        return again;
    }

    private List<String> commandLine() {
        return command.commandLine().getParseResult().originalArgs();
    }
}
