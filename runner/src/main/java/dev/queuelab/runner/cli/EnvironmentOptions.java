package dev.queuelab.runner.cli;

import dev.queuelab.lab.environment.Environment;
import dev.queuelab.lab.environment.Environments;
import dev.queuelab.lab.environment.OwnSandbox;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of every command that works on stacks: which ones. */
final class EnvironmentOptions {
    @Option(
            names = "--environment",
            paramLabel = "auto|sandbox|terraform",
            defaultValue = "auto",
            description = {
                "where the stacks live (default: ${DEFAULT-VALUE}):",
                "auto: Terraform's if it has made some, else the sandbox;",
                "sandbox: the one that `sandbox up` started, else one for this run;",
                "terraform: what `terraform output -json` prints"
            })
    private Environments.Choice environment;

    @Option(
            names = "--outputs",
            paramLabel = "FILE",
            description = "read the stacks from this file, in the form of `terraform output -json`")
    private @Nullable Path outputs;

    Environment open(CommandContext context) {
        return open(context, OwnSandbox.USUAL);
    }

    /** @param sandbox what a sandbox for this run alone is to be like */
    Environment open(CommandContext context, OwnSandbox sandbox) {
        return Environments.open(environment, Optional.ofNullable(outputs), context.dist(), sandbox);
    }

    /** The options that another run needs to work on the same stacks. */
    List<String> toRunAgain() {
        if (outputs != null) {
            return List.of("--outputs=" + outputs);
        }
        return environment == Environments.Choice.AUTO
                ? List.of()
                : List.of("--environment=" + environment.name().toLowerCase(Locale.ROOT));
    }
}
