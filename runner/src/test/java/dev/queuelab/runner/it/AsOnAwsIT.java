package dev.queuelab.runner.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.queuelab.core.aws.AwsAccess;
import dev.queuelab.core.aws.EmulatorCredentials;
import dev.queuelab.lab.environment.Outputs;
import dev.queuelab.lab.environment.PersistentSandbox;
import dev.queuelab.lab.process.Dist;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A sandbox that is taken for AWS: its document names no endpoints, which the SDK's own variables tell instead. So the
 * runner believes no count at once, purges nothing, and takes credentials from where the SDK finds them.
 */
@ChangesProject
class AsOnAwsIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Project project;
    private Map<String, String> variables = Map.of();

    @TempDir
    private Path temp;

    AsOnAwsIT(Project project) {
        this.project = project;
    }

    @BeforeEach
    void up() throws IOException {
        project.runner(temp, "sandbox", "up").exitsWith(0);
        Path document =
                PersistentSandbox.of(new Dist(project.dist(), Optional.empty())).document();
        AwsAccess.Endpoints endpoints = Outputs.read(document).endpoints().orElseThrow();
        variables = Map.of(
                "AWS_ENDPOINT_URL_SQS",
                endpoints.sqs().toString(),
                "AWS_ENDPOINT_URL_DYNAMODB",
                endpoints.dynamoDb().toString(),
                "AWS_ACCESS_KEY_ID",
                EmulatorCredentials.KEY_ID,
                "AWS_SECRET_ACCESS_KEY",
                EmulatorCredentials.SECRET);
        ObjectNode outputs = (ObjectNode) JSON.readTree(document.toFile());
        outputs.remove("endpoints");
        JSON.writeValue(temp.resolve("outputs.json").toFile(), outputs);
    }

    @AfterEach
    void down() {
        project.runner(temp, "sandbox", "down").exitsWith(0);
    }

    @Test
    void aScenarioPassesThoughCountsMustHold() {
        assertThat(run("poison").exitsWith(0))
                .contains("as the environment's AWS_ENDPOINT_URL variables say", "stack poison is complete")
                .contains("PASS poison");
    }

    @Test
    void throughTheGatewayProcessesHaveTheRunsOwnCredentials() {
        assertThat(run("happy", "--gateway").exitsWith(0))
                .contains("calls pass the gateway", "PASS      histories agree with the calls", "PASS happy");
        assertThat(Run.latest(temp.resolve("runs")).folder().resolve("calls.jsonl"))
                .content()
                .contains("\"operation\":\"ReceiveMessage\"")
                .doesNotContain("InvalidClientTokenId", EmulatorCredentials.SECRET);
    }

    @Test
    void whatAnEndpointDoesNotTellIsAFailureOnAws() {
        assertThat(run("validate", "happy").exitsWith(1))
                .contains("FAIL  queue sqs-demo-happy is not encrypted at rest, expected SSE-SQS or SSE-KMS")
                .contains("SKIP  endpoint is AWS, by which others are measured")
                .contains("2 FAIL");
    }

    private Program run(String... command) {
        String[] arguments = new String[command.length + 1];
        System.arraycopy(command, 0, arguments, 0, command.length);
        arguments[command.length] = "--outputs=outputs.json";
        return project.runner(temp, variables, arguments);
    }
}
