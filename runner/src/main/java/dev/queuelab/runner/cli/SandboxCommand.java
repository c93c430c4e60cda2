package dev.queuelab.runner.cli;

import dev.queuelab.core.process.ExitCode;
import dev.queuelab.lab.environment.DotEnv;
import dev.queuelab.lab.environment.Outputs;
import dev.queuelab.lab.environment.PersistentSandbox;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        description = "Keeps an embedded SQS and DynamoDB up between runs.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "up|down|status")
@SuppressWarnings("try") // the lock is held, not used
final class SandboxCommand implements Runnable {
    private final PersistentSandbox sandbox;
    private final DotEnv dotEnv;

    @Spec
    private CommandSpec spec;

    SandboxCommand(CommandContext context) {
        this.sandbox = PersistentSandbox.of(context.dist());
        this.dotEnv = new DotEnv(context.dist().project().resolve(".env"));
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "expected one of up, down and status");
    }

    @Command(
            description = "Starts it, and writes .env for a producer or consumer that is started by hand.",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class)
    int up(
            @Option(
                            names = "--visibility-timeout",
                            paramLabel = "SECONDS",
                            converter = NumberOption.VisibilitySeconds.class,
                            description = "of all queues, 0 to 43200 (default: 2)")
                    Integer visibilityTimeout,
            @Option(
                            names = "--sqs-port",
                            paramLabel = "PORT",
                            converter = NumberOption.Port.class,
                            description = "default: any that is free")
                    Integer sqsPort,
            @Option(
                            names = "--dynamodb-port",
                            paramLabel = "PORT",
                            converter = NumberOption.Port.class,
                            description = "default: any that is free")
                    Integer dynamoDbPort) {
        try (FileChannel lock = sandbox.exclusively()) {
            Optional<Outputs> running = sandbox.outputs();
            if (running.isPresent()) {
                out().println("The sandbox is up already: " + describe(running.get()));
                return ExitCode.OK;
            }
            List<String> flags = new ArrayList<>();
            add(flags, "--visibility-timeout", visibilityTimeout);
            add(flags, "--sqs-port", sqsPort);
            add(flags, "--dynamodb-port", dynamoDbPort);
            Outputs outputs = sandbox.start(flags);
            out().println("The sandbox is up: " + describe(outputs));
            out().println(
                            dotEnv.write(outputs)
                                    ? "Wrote " + dotEnv.file() + "; `source .env` points a shell at it."
                                    : "Left " + dotEnv.file()
                                            + " alone, which the sandbox did not write; the outputs document is "
                                            + sandbox.document());
            return ExitCode.OK;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Command(
            description = "Ends it, and removes the .env that it wrote.",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class)
    int down() {
        try (FileChannel lock = sandbox.exclusively()) {
            out().println(sandbox.end() ? "The sandbox is down." : "The sandbox was not up.");
            if (dotEnv.remove()) {
                out().println("Removed " + dotEnv.file() + ".");
            }
            return ExitCode.OK;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Command(
            description = "Reports whether it is up: exit code 0 if so, 1 if not.",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class)
    int status() {
        Optional<Outputs> running = sandbox.outputs();
        out().println(running.map(outputs -> "The sandbox is up: " + describe(outputs))
                .orElse("The sandbox is not up."));
        return running.isPresent() ? ExitCode.OK : ExitCode.FAILED;
    }

    private static void add(List<String> flags, String name, Integer value) {
        if (value != null) {
            flags.add(name + "=" + value);
        }
    }

    private static String describe(Outputs outputs) {
        return outputs.endpoints()
                        .map(endpoints -> "SQS " + endpoints.sqs() + ", DynamoDB " + endpoints.dynamoDb() + ", ")
                        .orElse("")
                + outputs.stacks().size() + " stacks ("
                + String.join(", ", outputs.stacks().keySet()) + ")";
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
