package dev.queuelab.lab.environment;

import dev.queuelab.core.aws.AwsAccess;
import dev.queuelab.core.aws.EmulatorCredentials;
import dev.queuelab.lab.process.ChildEnvironment;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where stacks live.
 *
 * @param description one line for people: which environment, and where
 * @param shared whether other runs may use it at the same time
 * @param end what to do when it is no longer needed
 */
public record Environment(String name, String description, Outputs outputs, boolean shared, Runnable end)
        implements AutoCloseable {

    /** In the place of the user's AWS settings files. */
    private static final String NO_FILE = "/dev/null";

    /** Amazon SQS, "GetQueueAttributes": depths are approximate, so a zero is believed only once it has held. */
    private static final Duration SETTLING_ON_AWS = Duration.ofSeconds(5);

    /** LocalStack shows none of the messages whose visibility timeout has just ended, for a moment. */
    private static final Duration SETTLING_ELSEWHERE = Duration.ofSeconds(1);

    public AwsAccess access() {
        return outputs.endpoints()
                .map(endpoints -> AwsAccess.toEmulator(outputs.region(), endpoints))
                .orElseGet(() -> AwsAccess.fromEnvironment(Optional.of(outputs.region()), Optional.empty()));
    }

    /**
     * How a child process reaches this environment. On an emulator it gets none of the user's AWS settings, variables and
     * files alike.
     */
    public ChildEnvironment forChildren() {
        return outputs.endpoints()
                .map(endpoints -> new ChildEnvironment(
                        awsVariables(),
                        Map.of(
                                "AWS_ENDPOINT_URL_SQS",
                                endpoints.sqs().toString(),
                                "AWS_ENDPOINT_URL_DYNAMODB",
                                endpoints.dynamoDb().toString(),
                                "AWS_REGION",
                                outputs.region(),
                                "AWS_DEFAULT_REGION",
                                outputs.region(),
                                "AWS_ACCESS_KEY_ID",
                                EmulatorCredentials.KEY_ID,
                                "AWS_SECRET_ACCESS_KEY",
                                EmulatorCredentials.SECRET,
                                "AWS_CONFIG_FILE",
                                NO_FILE,
                                "AWS_SHARED_CREDENTIALS_FILE",
                                NO_FILE,
                                "AWS_EC2_METADATA_DISABLED",
                                "true")))
                .orElseGet(() -> new ChildEnvironment(Set.of(), Map.of("AWS_REGION", outputs.region())));
    }

    private static Set<String> awsVariables() {
        return System.getenv().keySet().stream()
                .filter(name -> name.startsWith("AWS_"))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What to do about a stack that is not complete. */
    public String remedy() {
        return switch (name) {
            case "terraform" -> "repair it with `make infra-up`";
            case "sandbox" -> "recreate it with `make sandbox-down sandbox-up`";
            default -> "repair the stack, or correct the outputs document";
        };
    }

    /** Whether it is an emulator whose endpoints are known. */
    public boolean isEmulator() {
        return outputs.endpoints().isPresent();
    }

    /** Whether it is an emulator of somebody else's: AWS keeps its promises, and the sandbox is known. */
    public boolean mayDifferFromSqs() {
        boolean emulator = outputs.endpoints().isPresent()
                || AwsAccess.sqsEndpointOfEnvironment().isPresent();
        return emulator && !name.equals("sandbox");
    }

    /** How long a queue must be seen empty before it is believed to be. */
    public Duration settling() {
        if (outputs.endpoints().isEmpty()) {
            return SETTLING_ON_AWS;
        }
        return mayDifferFromSqs() ? SETTLING_ELSEWHERE : Duration.ZERO;
    }

    /** Whether a purge is over when it is answered: on AWS it goes on for up to 60 s (API reference, PurgeQueue). */
    public boolean purgesAtOnce() {
        return outputs.endpoints().isPresent();
    }

    /** How often depths are looked at for the record; on AWS each look is billed. */
    public Duration betweenSamples() {
        return outputs.endpoints().isPresent() ? Duration.ofMillis(250) : Duration.ofSeconds(5);
    }

    @Override
    public void close() {
        end.run();
    }
}
