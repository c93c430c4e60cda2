package dev.queuelab.runner.it;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.queuelab.core.aws.AwsAccess;
import dev.queuelab.lab.environment.Outputs;
import dev.queuelab.lab.environment.PersistentSandbox;
import dev.queuelab.lab.process.Dist;
import java.util.List;
import java.util.Optional;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.localstack.LocalStackContainer;

/** What stands in for AWS in a test that makes its own stacks. */
enum Emulator {
    /** The sandbox. All stories are played on it elsewhere, so some are enough here. */
    SANDBOX {
        @Override
        boolean plays(String story) {
            return List.of("happy", "poison").contains(story);
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

    /** The last image that starts without an account's token. */
    LOCALSTACK {
        @Override
        boolean plays(String story) {
            return true;
        }

        @Override
        Running start(Project project) {
            assumeTrue(
                    DockerClientFactory.instance().isDockerAvailable(), "LocalStack needs Docker, which is not there");
            LocalStackContainer container =
                    new LocalStackContainer("localstack/localstack:4.14.0").withServices("sqs", "dynamodb");
            container.start();
            return new Running(
                    new AwsAccess.Endpoints(container.getEndpoint(), container.getEndpoint()), container::stop);
        }
    };

    /** Starts it, or skips the test with a reason. */
    abstract Running start(Project project);

    /** Whether a story, and its controls, are to be played on it. */
    abstract boolean plays(String story);

    /** One that is up, until closed. */
    record Running(AwsAccess.Endpoints endpoints, Runnable end) implements AutoCloseable {
        @Override
        public void close() {
            end.run();
        }
    }
}
