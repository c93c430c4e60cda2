package dev.queuelab.sandbox;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that say what the sandbox consists of: its ports, its names, its stacks and their queues' settings. */
final class SandboxOptions {
    @Option(
            names = "--sqs-port",
            paramLabel = "PORT",
            defaultValue = "0",
            converter = NumberOption.Port.class,
            description = "port for SQS, 0 for any free one (default: ${DEFAULT-VALUE})")
    private int sqsPort;

    @Option(
            names = "--dynamodb-port",
            paramLabel = "PORT",
            defaultValue = "0",
            converter = NumberOption.Port.class,
            description = "port for DynamoDB, 0 for any free one (default: ${DEFAULT-VALUE})")
    private int dynamoDbPort;

    @Option(
            names = "--visibility-timeout",
            paramLabel = "SECONDS",
            defaultValue = "2",
            converter = NumberOption.VisibilityTimeout.class,
            description = "how long a received message stays hidden, 0 to 43200 (default: ${DEFAULT-VALUE})")
    private int visibilityTimeoutSeconds;

    @Option(
            names = "--receive-wait",
            paramLabel = "SECONDS",
            defaultValue = "10",
            converter = NumberOption.ReceiveWait.class,
            description = "how long a receive waits for a message, 0 to 20 (default: ${DEFAULT-VALUE})")
    private int receiveWaitSeconds;

    @Option(
            names = "--project-name",
            paramLabel = "NAME",
            defaultValue = "sqs-demo",
            converter = TextOption.Project.class,
            description = "the prefix of all names: letters, digits, hyphens (default: ${DEFAULT-VALUE})")
    private String projectName = "";

    @Option(
            names = "--region",
            paramLabel = "REGION",
            defaultValue = "us-west-1",
            converter = TextOption.Region.class,
            description = "the region in ARNs and in the outputs document (default: ${DEFAULT-VALUE})")
    private String region = "";

    @Option(
            names = "--stacks",
            paramLabel = "FILE",
            description = "the list of stacks, in the form of terraform/scenarios.json (default: that list, built in)")
    private @Nullable Path stacksFile;

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // picocli sets it before settings()
    private CommandSpec command;

    /** @throws ParameterException if two options contradict each other, or the list of stacks is invalid */
    SandboxSettings settings() {
        if (sqsPort != 0 && sqsPort == dynamoDbPort) {
            throw usage("Invalid value for option '--dynamodb-port': '" + dynamoDbPort
                    + "' is also the value of '--sqs-port'; each service needs its own port");
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
        } catch (InvalidStackListException e) {
            throw usage("Invalid value for option '--stacks': '" + stacksFile + "': " + e.getMessage());
        } catch (IllegalArgumentException e) {
            throw usage(
                    "Invalid value for option '--project-name': '" + projectName + "' is too long: " + e.getMessage());
        }
    }

    private ParameterException usage(String message) {
        return new ParameterException(command.commandLine(), message);
    }
}
