package dev.queuelab.runner.it;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.queuelab.core.aws.AwsAccess;
import dev.queuelab.lab.environment.Outputs;
import dev.queuelab.lab.environment.PersistentSandbox;
import dev.queuelab.lab.process.Dist;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.localstack.LocalStackContainer;

/** What stands in for AWS in a test that makes its own stacks. */
enum Emulator {
    /** The sandbox. All scenarios are played on it elsewhere, so some are enough here. */
    SANDBOX {
        @Override
        boolean plays(String scenario) {
            return List.of("happy", "poison").contains(scenario);
        }

        @Override
        Running start(Project project) {
            project.runner(project.folder(), "sandbox", "up").exitsWith(0);
            Outputs outputs = Outputs.read(PersistentSandbox.of(new Dist(project.dist(), Optional.empty()))
                    .document());
            return new Running(
                    outputs.endpoints().orElseThrow(),
                    () -> project.runner(project.folder(), "sandbox", "down").exitsWith(0));
        }
    },

    /**
     * One that is running, or the last image that starts without an account's token. On a busy machine a call takes it half
     * a second, so that ten messages in hand outlive any short visibility timeout: scenarios whose claim is about many calls
     * in little time are played on the sandbox alone.
     */
    LOCALSTACK {
        @Override
        boolean plays(String scenario) {
            return !List.of(
                            "backlog-brownout",
                            "crash-partial-delete",
                            "deploy-rolling",
                            "fifo-poison",
                            "noisy-neighbour",
                            "outage")
                    .contains(scenario);
        }

        @Override
        Running start(Project project) {
            String url = System.getenv(RUNNING_LOCALSTACK);
            if (url != null && !url.isBlank()) {
                URI endpoint = URI.create(url);
                AwsAccess.Endpoints endpoints = new AwsAccess.Endpoints(endpoint, endpoint);
                removeStacks(endpoints); // what a run that was killed has left
                return new Running(endpoints, () -> removeStacks(endpoints));
            }
            assumeTrue(
                    DockerClientFactory.instance().isDockerAvailable(),
                    "LocalStack needs Docker, which is not available, or " + RUNNING_LOCALSTACK
                            + " with the URL of one that is running");
            LocalStackContainer container =
                    new LocalStackContainer("localstack/localstack:4.14.0").withServices("sqs", "dynamodb");
            container.start();
            return new Running(
                    new AwsAccess.Endpoints(container.getEndpoint(), container.getEndpoint()), container::stop);
        }
    };

    /** Names a LocalStack that is running; {@code .ci/run} sets it. */
    private static final String RUNNING_LOCALSTACK = "QUEUE_LAB_LOCALSTACK_URL";

    /** Starts it, or skips the test with a reason. */
    abstract Running start(Project project);

    /** Whether a scenario, and its controls, are to be played on it. */
    abstract boolean plays(String scenario);

    /** Deletes what {@link Provision} makes, of whatever run it is: one that runs on keeps it. */
    private static void removeStacks(AwsAccess.Endpoints endpoints) {
        String prefix = "provisioned-";
        try (AwsAccess aws = AwsAccess.toEmulator("us-west-1", endpoints)) {
            aws.sqs().listQueuesPaginator(request -> request.queueNamePrefix(prefix)).queueUrls().stream()
                    .forEach(url -> aws.sqs().deleteQueue(request -> request.queueUrl(url)));
            aws.dynamoDb().listTablesPaginator().tableNames().stream()
                    .filter(name -> name.startsWith(prefix))
                    .forEach(name -> aws.dynamoDb().deleteTable(request -> request.tableName(name)));
        }
    }

    /** One that is up, until closed. */
    record Running(AwsAccess.Endpoints endpoints, Runnable end) implements AutoCloseable {
        @Override
        public void close() {
            end.run();
        }
    }
}
