package dev.queuelab.runner.cli;

import dev.queuelab.lab.environment.Environment;
import dev.queuelab.lab.run.ScenarioRunner;
import dev.queuelab.lab.runstore.Invocation;
import dev.queuelab.lab.runstore.Suite;
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

/** The options of every command that plays stories. */
final class RunOptions {
    @Mixin
    private EnvironmentOptions where;

    @Mixin
    private ProgramOptions programs;

    @Option(
            names = "--run-dir",
            paramLabel = "DIR",
            defaultValue = "runs",
            description = "where to make a folder for each run (default: ${DEFAULT-VALUE})")
    private Path runs;

    @Option(
            names = "--seed",
            paramLabel = "N",
            converter = WholeNumber.Seed.class,
            description = "seed of all random choices (default: a different one)")
    private @Nullable Long seed;

    @Option(names = "--verbose", description = "show what the child processes log")
    private boolean verbose;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    boolean verbose() {
        return verbose;
    }

    Environment open(CommandContext lab) {
        return where.open(lab);
    }

    /** A player in {@code environment}; tells in the first line which environment and seed it is. */
    ScenarioRunner player(CommandContext lab, Environment environment, Optional<Suite> suite, PrintWriter out) {
        long chosen = seed == null ? lab.freshSeed().getAsLong() : seed;
        out.println("Queue Lab on " + environment.description() + ", seed " + chosen + programs.told());
        Invocation invocation = new Invocation(commandLine(), toRunAgain(chosen), suite);
        return new ScenarioRunner(programs.programs(lab.dist()), environment, runs, chosen, invocation, lab.clock());
    }

    /** Whether somebody else's consumer is played with. */
    boolean hasConsumer() {
        return programs.hasConsumer();
    }

    Path runs() {
        return runs;
    }

    /** The options that another run needs to be like this one. */
    private List<String> toRunAgain(long chosen) {
        List<String> again = new ArrayList<>(where.toRunAgain());
        again.addAll(programs.toRunAgain());
        again.add("--seed=" + chosen);
        return again;
    }

    private List<String> commandLine() {
        return command.commandLine().getParseResult().originalArgs();
    }
}
