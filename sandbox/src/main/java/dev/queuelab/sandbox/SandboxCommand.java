package dev.queuelab.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line of sandbox.jar: parse, start, say so, stay. */
@Command(
        name = "sandbox",
        mixinStandardHelpOptions = true,
        version = "sandbox (ElasticMQ, DynamoDB Local)",
        sortOptions = false,
        usageHelpAutoWidth = true,
        description = {
            "Runs Amazon SQS and DynamoDB emulators in this process, on 127.0.0.1 only, and makes every stack: a queue,"
                    + " its dead-letter queue and two tables each. Everything is in memory and gone afterwards.",
            "",
            "When all is there it prints one line on standard output,",
            "  sandbox ready: sqs http://127.0.0.1:P1, dynamodb http://127.0.0.1:P2, N stacks",
            "and stays up until SIGTERM or SIGINT.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:ended by SIGTERM or SIGINT",
            "1:could not start (a port is taken, say), or its parent ended (--exit-on-stdin-eof)",
            "2:the command line or the list of stacks is wrong"
        })
final class SandboxCommand implements Callable<Integer> {
    @Option(
            names = "--sqs-port",
            paramLabel = "PORT",
            defaultValue = "0",
            converter = WholeNumber.Port.class,
            description = "port for SQS, 0 for any free one (default: ${DEFAULT-VALUE})")
    private int sqsPort;

    @Option(
            names = "--dynamodb-port",
            paramLabel = "PORT",
            defaultValue = "0",
            converter = WholeNumber.Port.class,
            description = "port for DynamoDB, 0 for any free one (default: ${DEFAULT-VALUE})")
    private int dynamoDbPort;

    @Option(
            names = "--visibility-timeout",
            paramLabel = "SECONDS",
            defaultValue = "2",
            converter = WholeNumber.VisibilityTimeout.class,
            description = "how long a received message stays hidden, 0 to 43200 (default: ${DEFAULT-VALUE})")
    private int visibilityTimeoutSeconds;

    @Option(
            names = "--receive-wait",
            paramLabel = "SECONDS",
            defaultValue = "10",
            converter = WholeNumber.ReceiveWait.class,
            description = "how long a receive waits for a message, 0 to 20 (default: ${DEFAULT-VALUE})")
    private int receiveWaitSeconds;

    @Option(
            names = "--project-name",
            paramLabel = "NAME",
            defaultValue = "sqs-demo",
            converter = Word.Project.class,
            description = "what all names begin with: letters, digits, hyphens (default: ${DEFAULT-VALUE})")
    private String projectName = "";

    @Option(
            names = "--region",
            paramLabel = "REGION",
            defaultValue = "us-west-1",
            converter = Word.Region.class,
            description = "the region that ARNs and the outputs document name (default: ${DEFAULT-VALUE})")
    private String region = "";

    @Option(
            names = "--stacks",
            paramLabel = "FILE",
            description = "which stacks to make, as terraform/scenarios.json says it (default: that list, built in)")
    private @Nullable Path stacksFile;

    @Option(
            names = "--outputs",
            paramLabel = "FILE",
            description = "where to write what 'terraform output -json' would print, before the ready line")
    private @Nullable Path outputsFile;

    @Option(
            names = "--exit-on-stdin-eof",
            description = "halt when standard input ends, so as not to outlive the program that holds its other end")
    private boolean exitOnStdinEof;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    private final InputStream stdin;
    private final Lifetime lifetime;

    private SandboxCommand(InputStream stdin, Lifetime lifetime) {
        this.stdin = stdin;
        this.lifetime = lifetime;
    }

    /** The command, with exceptions turned into a sentence on its error writer and an exit code. */
    static CommandLine commandLine(InputStream stdin, Lifetime lifetime) {
        return new CommandLine(new SandboxCommand(stdin, lifetime))
                .setParameterExceptionHandler((exception, args) -> {
                    CommandLine command = exception.getCommandLine();
                    tell(command, String.valueOf(exception.getMessage()));
                    tell(command, "Try '" + command.getCommandName() + " --help' for what is accepted.");
                    return CommandLine.ExitCode.USAGE;
                })
                .setExecutionExceptionHandler((exception, command, parsed) -> {
                    if (!(exception instanceof CouldNotStartException)) {
                        throw exception;
                    }
                    tell(command, String.valueOf(exception.getMessage()));
                    return CommandLine.ExitCode.SOFTWARE;
                });
    }

    private static void tell(CommandLine command, String sentence) {
        command.getErr().println(sentence);
        command.getErr().flush();
    }

    @Override
    public Integer call() throws InterruptedException {
        if (exitOnStdinEof) {
            ParentWatch.start(stdin, () -> Runtime.getRuntime().halt(ParentWatch.ORPHANED));
        }
        SandboxSettings settings = settings();
        try (Sandbox sandbox = Sandbox.start(settings)) {
            if (outputsFile != null) {
                write(new OutputsDocument(region, sandbox.endpoints(), sandbox.stacks()), outputsFile);
            }
            var out = spec.commandLine().getOut();
            out.printf(
                    "sandbox ready: sqs %s, dynamodb %s, %d stacks%n",
                    sandbox.endpoints().sqs(),
                    sandbox.endpoints().dynamodb(),
                    sandbox.stacks().size());
            out.flush();
            lifetime.await();
        }
        return CommandLine.ExitCode.OK;
    }

    private SandboxSettings settings() {
        if (sqsPort != 0 && sqsPort == dynamoDbPort) {
            throw usage("Invalid value for option '--dynamodb-port': '" + dynamoDbPort
                    + "' is the value of '--sqs-port', too; the two services need a port each");
        }
        return new SandboxSettings(
                sqsPort,
                dynamoDbPort,
                region,
                new QueueSettings(visibilityTimeoutSeconds, receiveWaitSeconds),
                stackNames());
    }

    private List<StackNames> stackNames() {
        try {
            StackList list = stacksFile == null ? StackList.builtIn() : StackList.read(stacksFile);
            return list.stacks().stream()
                    .map(stack -> new StackNames(projectName, stack))
                    .toList();
        } catch (BadStackListException e) {
            throw usage("Invalid value for option '--stacks': '" + stacksFile + "': " + e.getMessage());
        } catch (IllegalArgumentException e) {
            throw usage(
                    "Invalid value for option '--project-name': '" + projectName + "' is too long: " + e.getMessage());
        }
    }

    private static void write(OutputsDocument outputs, Path file) {
        try {
            outputs.write(file);
        } catch (IOException e) {
            throw new CouldNotStartException(
                    "The sandbox could not start: the outputs document cannot be written to '" + file
                            + "' (--outputs): " + e,
                    e);
        }
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
