package dev.queuelab.runner.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.queuelab.core.aws.AwsAccess;
import dev.queuelab.lab.environment.Outputs;
import dev.queuelab.lab.environment.PersistentSandbox;
import dev.queuelab.lab.process.Dist;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The Terraform configuration, from nothing to stacks that scenarios are played on and back, beside those of a sandbox. The
 * real provider cannot make queues on the sandbox (it waits for attributes that the sandbox does not report), so the providers are
 * stand-ins: TERRAFORM must name tfstub's program.
 */
class TerraformIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PROJECT = "made-by-terraform";
    private static final String PROGRAM =
            Optional.ofNullable(System.getenv("TERRAFORM")).orElse("terraform");

    @TempDir
    private Path temp;

    private Project project = new Project(Path.of(""));
    private Outputs sandbox = new Outputs("", Map.of(), Optional.empty());
    private final Map<String, String> variables = new HashMap<>();

    @BeforeEach
    void layOut() throws IOException {
        assumeTrue(
                PROGRAM.contains("tfstub"),
                "needs stand-ins for the providers: TERRAFORM is " + PROGRAM + ", expected tfstub's program");
        project = Project.in(temp.resolve("project"));
        for (String folder : List.of("scripts", "terraform")) {
            copy(Project.scripts().resolveSibling(folder), project.folder().resolve(folder));
        }
        project.runner(temp, "sandbox", "up").exitsWith(0);
        sandbox = Outputs.read(
                PersistentSandbox.of(new Dist(project.dist(), Optional.empty())).document());
        AwsAccess.Endpoints endpoints = sandbox.endpoints().orElseThrow();
        variables.putAll(Map.of(
                "TERRAFORM",
                PROGRAM,
                "TF_CLI_ARGS",
                "-no-color",
                "TFSTUB_WORK",
                temp.resolve("tfstub").toString(),
                "TF_VAR_project_name",
                PROJECT,
                "TF_VAR_queue_visibility_timeout",
                "2",
                "TF_VAR_endpoints",
                "{\"sqs\":\"%s\",\"dynamodb\":\"%s\"}".formatted(endpoints.sqs(), endpoints.dynamoDb())));
    }

    @AfterEach
    void end() {
        if (PROGRAM.contains("tfstub")) {
            project.runner(temp, "sandbox", "down").exitsWith(0);
        }
    }

    @Test
    void makesStacksBesideTheSandboxsOwnPlaysOnThemAndDestroysThem() throws IOException {
        List<String> before = queues();
        int stacks = sandbox.stacks().size();

        // An emulator without TLS gets no TLS-only policies: five resources a stack, and .env.
        assertThat(infra("up").exitsWith(0)).contains("Apply complete! Resources: " + (5 * stacks + 1) + " added");

        dotEnvIsPrivateAndPointsAtTheHappyPath();
        outputsAreShapedAsTheSandboxs();
        assertThat(terraform("plan", "-input=false", "-detailed-exitcode").exitsWith(0))
                .contains("No changes");
        assertThat(runner("validate").exitsWith(0)).contains("Queue Lab on Terraform outputs of ", " 0 FAIL");
        assertThat(runner("run", "crash", "fifo-order", "happy").exitsWith(0))
                .contains("Queue Lab on Terraform outputs of ", "3 of 3 scenarios passed");

        assertThat(infra("down").exitsWith(0)).contains("Destroy complete!");

        assertThat(project.dotEnv()).doesNotExist();
        assertThat(queues()).isEqualTo(before);
        assertThat(runner("happy", "--environment=terraform").exitsWith(3))
                .contains("has no outputs", "`make infra-up`");
        assertThat(runner("happy", "--count=1").exitsWith(0)).contains("Queue Lab on the sandbox kept up");
    }

    @Test
    void aDotEnvOfSomebodyElseIsNotOverwritten() throws IOException {
        Files.writeString(project.dotEnv(), "MINE=1\n");

        assertThat(infra("up").exitsWith(1)).contains("written by somebody else");

        assertThat(project.dotEnv()).hasContent("MINE=1");
    }

    @Test
    void onAwsAPlanIsBoundedAndAListThatIsNotUnderstoodIsRefused() throws IOException {
        variables.remove("TF_VAR_endpoints");
        terraform("init", "-input=false").exitsWith(0);

        assertThat(terraform("plan", "-input=false").exitsWith(0))
                .contains("Plan: " + (7 * sandbox.stacks().size() + 1) + " to add, 0 to change, 0 to destroy");

        listStacks("{\"happy\": {}, \"ordered\": {\"fifo\": true}}");
        assertThat(terraform("plan", "-input=false").exitsWith(0))
                .contains("Plan: " + (7 * 2 + 1) + " to add", "\"" + PROJECT + "-ordered.fifo\"");

        listStacks("{\"happy\": {\"fast\": true}}");
        assertThat(terraform("plan", "-input=false").exitsWith(1)).contains("unknown setting; known: fifo");

        listStacks("{\"happy\": {\"fifo\": \"true\"}}");
        assertThat(terraform("plan", "-input=false").exitsWith(1)).contains("neither true nor false");
    }

    private void listStacks(String json) throws IOException {
        Files.writeString(project.folder().resolve("terraform/scenarios.json"), json);
    }

    private void dotEnvIsPrivateAndPointsAtTheHappyPath() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(project.dotEnv())))
                .isEqualTo("rw-------");
        AwsAccess.Endpoints endpoints = sandbox.endpoints().orElseThrow();
        assertThat(project.dotEnv())
                .content()
                .contains("export QUEUE_URL='" + endpoints.sqs() + "/000000000000/made-by-terraform-happy'")
                .contains("export DLQ_ARN='arn:aws:sqs:us-west-1:000000000000:made-by-terraform-happy-dlq'")
                .contains("export AWS_REGION='us-west-1'")
                .contains("export MESSAGE_STATUS_TABLE='made-by-terraform-happy-message-status'")
                .contains("export MESSAGE_SIDE_EFFECTS_TABLE='made-by-terraform-happy-message-side-effects'")
                .contains("export AWS_ENDPOINT_URL_SQS='" + endpoints.sqs() + "'")
                .contains("export AWS_ENDPOINT_URL_DYNAMODB='" + endpoints.dynamoDb() + "'");
    }

    private void outputsAreShapedAsTheSandboxs() throws IOException {
        ObjectNode terraforms =
                (ObjectNode) JSON.readTree(terraform("output", "-json").exitsWith(0));
        JsonNode sandboxs = JSON.readTree(PersistentSandbox.of(new Dist(project.dist(), Optional.empty()))
                .document()
                .toFile());
        List<String> names = List.of("aws_region", "endpoints", "scenarios");

        assertThat(terraforms.retain(names).propertyStream().map(Map.Entry::getKey))
                .containsExactlyInAnyOrderElementsOf(names);
        assertThat(shape(terraforms)).isEqualTo(shape(sandboxs));
    }

    /** The same with every text, number and truth value replaced, but for types, which are texts that matter. */
    private static JsonNode shape(JsonNode node) {
        if (node instanceof ObjectNode object) {
            ObjectNode shape = JSON.createObjectNode();
            object.properties()
                    .forEach(entry -> shape.set(
                            entry.getKey(),
                            entry.getKey().equals("type") ? entry.getValue() : shape(entry.getValue())));
            return shape;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode shape = JSON.createArrayNode();
            array.forEach(element -> shape.add(shape(element)));
            return shape;
        }
        return JSON.getNodeFactory().textNode(node.getNodeType().name());
    }

    private List<String> queues() {
        AwsAccess.Endpoints endpoints = sandbox.endpoints().orElseThrow();
        try (AwsAccess aws = AwsAccess.toEmulator("us-west-1", endpoints)) {
            return aws.sqs().listQueues().queueUrls().stream().sorted().toList();
        }
    }

    private Program infra(String command) {
        return start("scripts/infra.sh", command);
    }

    private Program terraform(String... arguments) {
        return start(
                Stream.concat(Stream.of("env", "-u", "TERRAFORM", PROGRAM, "-chdir=terraform"), Stream.of(arguments))
                        .toArray(String[]::new));
    }

    private Program runner(String... arguments) {
        return project.runner(temp, variables, arguments);
    }

    private Program start(String... command) {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(project.folder().toFile());
        builder.environment().putAll(variables);
        return Program.start(builder);
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectory(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().contains("tfstate"))
                    .toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }
}
