package dev.queuelab.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command line of sandbox.jar: parse, start, print the ready line, stay up. */
@Command(
        name = "sandbox",
        mixinStandardHelpOptions = true,
        version = "sandbox (ElasticMQ, DynamoDB Local)",
        sortOptions = false,
        usageHelpAutoWidth = true,
        description = {
            "Runs Amazon SQS and DynamoDB emulators in this process, on 127.0.0.1 only, and creates every stack: a queue,"
                    + " its dead-letter queue and two tables each. Everything is in memory and is gone afterwards.",
            "",
            "When everything is ready it prints one line on standard output,",
            "  sandbox ready: sqs http://127.0.0.1:P1, dynamodb http://127.0.0.1:P2, N stacks",
            "and stays up until SIGTERM or SIGINT.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:ended by SIGTERM or SIGINT",
            "1:could not start (for example, a port is taken), or its parent ended (--exit-on-stdin-eof)",
            "2:the command line or the list of stacks is wrong"
        })
final class SandboxCommand implements Callable<Integer> {
    @Mixin
    private SandboxOptions options = new SandboxOptions();

    @Option(
            names = "--outputs",
            paramLabel = "FILE",
            description = "where to write what 'terraform output -json' would print, before the ready line")
    private @Nullable Path outputsFile;

    @Option(
            names = "--exit-on-stdin-eof",
            description =
                    "stop when standard input ends, so that it does not outlive the program that holds the other end")
    private boolean exitOnStdinEof;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    private final InputStream stdin;
    private final ShutdownLatch shutdown;

    private SandboxCommand(InputStream stdin, ShutdownLatch shutdown) {
        this.stdin = stdin;
        this.shutdown = shutdown;
    }

    /** The command; it turns exceptions into a message on its error writer and an exit code. */
    static CommandLine commandLine(InputStream stdin, ShutdownLatch shutdown) {
        return new CommandLine(new SandboxCommand(stdin, shutdown))
                .setParameterExceptionHandler((exception, args) -> {
                    CommandLine command = exception.getCommandLine();
                    printError(command, String.valueOf(exception.getMessage()));
                    printError(command, "Try '" + command.getCommandName() + " --help' for the accepted options.");
                    return CommandLine.ExitCode.USAGE;
                })
                .setExecutionExceptionHandler((exception, command, parsed) -> {
                    if (!(exception instanceof StartupException)) {
                        throw exception;
                    }
                    printError(command, String.valueOf(exception.getMessage()));
                    return CommandLine.ExitCode.SOFTWARE;
                });
    }

    private static void printError(CommandLine command, String message) {
        command.getErr().println(message);
        command.getErr().flush();
    }

    @Override
    public Integer call() throws InterruptedException {
        if (exitOnStdinEof) {
            ParentWatch.start(stdin, () -> Runtime.getRuntime().halt(ParentWatch.ORPHANED));
        }
        SandboxSettings settings = options.settings();
        try (Sandbox sandbox = Sandbox.start(settings)) {
            if (outputsFile != null) {
                write(new OutputsDocument(settings.region(), sandbox.endpoints(), sandbox.stacks()), outputsFile);
            }
            var out = spec.commandLine().getOut();
            out.printf(
                    Locale.ROOT,
                    "sandbox ready: sqs %s, dynamodb %s, %d stacks%n",
                    sandbox.endpoints().sqs(),
                    sandbox.endpoints().dynamodb(),
                    sandbox.stacks().size());
            out.flush();
            shutdown.await();
        }
        return CommandLine.ExitCode.OK;
    }

    private static void write(OutputsDocument outputs, Path file) {
        try {
            outputs.write(file);
        } catch (IOException e) {
            throw new StartupException(
                    "The sandbox could not start: the outputs document cannot be written to '" + file
                            + "' (--outputs): " + e,
                    e);
        }
    }
}
