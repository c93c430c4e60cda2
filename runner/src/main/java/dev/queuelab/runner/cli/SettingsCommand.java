package dev.queuelab.runner.cli;

import dev.queuelab.core.process.ExitCode;
import dev.queuelab.lab.environment.DotEnv;
import dev.queuelab.lab.environment.EnvironmentException;
import dev.queuelab.lab.environment.Outputs;
import dev.queuelab.lab.environment.Terraform;
import dev.queuelab.lab.environment.TerraformOutputs;
import dev.queuelab.runner.settings.DotEnvReader;
import dev.queuelab.runner.settings.InvalidDotEnvException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        hidden = true,
        description = {
            "Prints the settings of a producer or consumer that is started by hand, as NAME=value lines, for scripts.",
            "They are those of FILE, or without FILE, those of .env, or without .env, those of Terraform's outputs."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class SettingsCommand implements Callable<Integer> {
    private final CommandContext context;

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "a file in the form of .env")
    private Path file;

    @Spec
    private CommandSpec spec;

    SettingsCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        settings().forEach((name, value) -> spec.commandLine().getOut().println(name + "=" + value));
        return ExitCode.OK;
    }

    private Map<String, String> settings() {
        if (file != null) {
            return read(file);
        }
        Path project = context.dist().project();
        Path dotEnv = project.resolve(".env");
        if (Files.exists(dotEnv)) {
            return read(dotEnv);
        }
        try {
            return ofTerraform(project.resolve("terraform"));
        } catch (EnvironmentException e) {
            throw new EnvironmentException(
                    "There is no .env in " + project + ", and Terraform has no settings (" + e.getMessage()
                            + "): make infra-up makes both, make sandbox-up the former",
                    e);
        }
    }

    private Map<String, String> read(Path settings) {
        if (!Files.isRegularFile(settings)) {
            throw new ParameterException(spec.commandLine(), settings + " is not a file");
        }
        try {
            return DotEnvReader.read(settings);
        } catch (InvalidDotEnvException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private static Map<String, String> ofTerraform(Path folder) {
        TerraformOutputs outputs = Terraform.in(folder).outputs();
        if (outputs.isEmpty()) {
            throw new EnvironmentException("its state has no outputs");
        }
        return DotEnv.variables(Outputs.parse(outputs.document().toString(), "what Terraform printed"));
    }
}
