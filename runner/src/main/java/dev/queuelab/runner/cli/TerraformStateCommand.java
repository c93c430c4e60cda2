package dev.queuelab.runner.cli;

import dev.queuelab.core.process.ExitCode;
import dev.queuelab.lab.environment.Terraform;
import dev.queuelab.lab.environment.TerraformOutputs;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        hidden = true,
        description = {
            "Prints for scripts/infra.sh what Terraform's state has: STACKS=yes or STACKS=no, and",
            "ENDPOINTS={...} if the stacks are on an emulator."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class TerraformStateCommand implements Callable<Integer> {
    private final CommandContext context;

    @Spec
    private CommandSpec spec;

    TerraformStateCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        TerraformOutputs outputs =
                Terraform.in(context.dist().project().resolve("terraform")).outputs();
        out.println("STACKS=" + (outputs.hasStacks() ? "yes" : "no"));
        outputs.endpoints().ifPresent(endpoints -> out.println("ENDPOINTS=" + endpoints));
        return ExitCode.OK;
    }
}
