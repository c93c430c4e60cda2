package dev.queuelab.runner.cli;

import dev.queuelab.runner.environment.Environment;
import dev.queuelab.runner.environment.Environments;
import dev.queuelab.runner.play.Player;
import dev.queuelab.runner.report.Invocation;
import dev.queuelab.runner.report.Suite;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options of every command that plays stories. */
final class RunOptions {
    @Option(
            names = "--environment",
            paramLabel = "auto|sandbox|terraform",
            defaultValue = "auto",
            description = {
                "where the stacks live (default: ${DEFAULT-VALUE}):",
                "auto: Terraform's where it has made some, else the sandbox;",
                "sandbox: the one that is kept up, else one for this run;",
                "terraform: as `terraform output -json` tells"
            })
    private Environments.Choice environment;

    @Option(
            names = "--outputs",
            paramLabel = "FILE",
            description = "read the stacks from this file, in the form of `terraform output -json`")
    private @Nullable Path outputs;

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

    Environment open(Lab lab) {
        return Environments.open(environment, Optional.ofNullable(outputs), lab.dist());
    }

    /** A player in {@code where}; tells in the first line which environment and seed it is. */
    Player player(Lab lab, Environment where, Optional<Suite> suite, PrintWriter out) {
        long chosen = seed == null ? lab.freshSeed().getAsLong() : seed;
        out.println("Queue Lab on " + where.description() + ", seed " + chosen);
        Invocation invocation = new Invocation(commandLine(), toRunAgain(chosen), suite);
        return new Player(lab.dist(), where, runs, chosen, invocation, lab.clock());
    }

    Path runs() {
        return runs;
    }

    /** The options that another run needs to be like this one. */
    private List<String> toRunAgain(long chosen) {
        List<String> again = new ArrayList<>();
        if (outputs != null) {
            again.add("--outputs=" + outputs);
        } else if (environment != Environments.Choice.AUTO) {
            again.add("--environment=" + environment.name().toLowerCase(Locale.ROOT));
        }
        again.add("--seed=" + chosen);
        return again;
    }

    private List<String> commandLine() {
        return command.commandLine().getParseResult().originalArgs();
    }
}
