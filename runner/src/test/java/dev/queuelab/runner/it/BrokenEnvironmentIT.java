package dev.queuelab.runner.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each way in which AWS or Terraform can fail a run has a sentence of its own, and says what mends it. */
@ChangesProject
class BrokenEnvironmentIT {
    private static final String QUEUE = """
            {"Attributes": {"VisibilityTimeout": "10", "ReceiveMessageWaitTimeSeconds": "10", "RedrivePolicy":
             "{\\"deadLetterTargetArn\\": \\"arn:aws:sqs:us-west-1:123456789012:dlq\\", \\"maxReceiveCount\\": 2}"}}
            """;

    private static final String TABLE = """
            {"Table": {"TableName": "status", "TableStatus": "ACTIVE", "KeySchema": [{"AttributeName": "message_id",
             "KeyType": "HASH"}], "AttributeDefinitions": [{"AttributeName": "message_id", "AttributeType": "S"}]}}
            """;

    private static final String DOCUMENT = """
            {"aws_region": {"value": "us-west-1"}, "scenarios": {"value": {"happy": {
             "queue_url": "https://sqs.us-west-1.amazonaws.com/123456789012/queue",
             "dlq_url": "https://sqs.us-west-1.amazonaws.com/123456789012/dlq",
             "dlq_arn": "arn:aws:sqs:us-west-1:123456789012:dlq",
             "message_status_table": "status", "message_side_effects_table": "effects"}}}}
            """;

    private final Project project;
    private final FakeAws aws = new FakeAws()
            .answering("GetQueueAttributes", QUEUE)
            .answering("DescribeTable", TABLE)
            .answering("DescribeTimeToLive", "{\"TimeToLiveDescription\": {\"TimeToLiveStatus\": \"DISABLED\"}}");

    @TempDir
    private Path temp;

    BrokenEnvironmentIT(Project project) {
        this.project = project;
    }

    @AfterEach
    void end() {
        aws.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ExpiredToken                | the AWS credentials have expired                  | aws sso login
                    ExpiredTokenException       | the AWS credentials have expired                  | make preflight
                    InvalidClientTokenId        | AWS does not accept the credentials               | aws configure
                    UnrecognizedClientException | AWS does not accept the credentials               | make preflight
                    AccessDenied                | the AWS credentials do not allow this             | iam_policies
                    SomethingElse               | AWS or its stand-in did not answer as it should   | as told
                    """)
    void reportsWhyCredentialsAreRefused(String code, String sentence, String remedy) throws IOException {
        aws.refusing("GetQueueAttributes", code);

        assertThat(sentence("happy")).contains(sentence, remedy);
        assertThat(sentence("validate")).contains(sentence, remedy, "as the environment's AWS_ENDPOINT_URL");
    }

    @Test
    void reportsThatCredentialsExpiredForTables() throws IOException {
        aws.refusing("DescribeTable", "ExpiredTokenException");

        assertThat(sentence("happy")).contains("the AWS credentials have expired", "aws sso login");
    }

    @Test
    void reportsThatThereAreNoCredentials() throws IOException {
        Map<String, String> none = new HashMap<>(reachingTheFake());
        none.keySet().removeAll(List.of("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"));

        assertThat(project.runner(temp, none, "happy", "--outputs=" + document())
                        .exitsWith(3))
                .contains("there are no AWS credentials", "aws sso login")
                .doesNotContain("\tat ");
    }

    @ParameterizedTest
    @CsvSource({"QueueDoesNotExist", "AWS.SimpleQueueService.NonExistentQueue"})
    void reportsThatAQueueWasDeleted(String code) throws IOException {
        aws.refusing("GetQueueAttributes", code);

        assertThat(sentence("happy"))
                .contains(
                        "stack happy is not complete",
                        "queue queue does not exist",
                        "correct the outputs document",
                        "make validate");
        assertThat(validate().exitsWith(1)).contains("FAIL  queue queue does not exist, expected one");
    }

    /** A queue of an endpoint that may not keep the order would put the blame on the consumer. */
    @Test
    void reportsThatTheOrderOfFifoQueuesCannotBeTried() throws IOException {
        aws.answering("GetQueueAttributes", QUEUE.replace("{\"Visibility", "{\"FifoQueue\": \"true\", \"Visibility"))
                .refusing("CreateQueue", "InvalidAction");
        Path document = Files.writeString(
                temp.resolve("fifo.json"),
                DOCUMENT.replace("\"happy\"", "\"fifo-order\"").replace("/queue\"", "/queue.fifo\""));

        assertThat(project.runner(temp, reachingTheFake(), "fifo-order", "--outputs=" + document)
                        .exitsWith(3))
                .contains("UNKNOWN fifo-order", "whether this endpoint keeps the order within a FIFO group");
    }

    @Test
    void reportsThatATableIsStillBeingCreated() throws IOException {
        aws.answering("DescribeTable", TABLE.replace("ACTIVE", "CREATING"));

        assertThat(sentence("happy")).contains("table status is still being created", "wait a minute", "make validate");
    }

    @Test
    void reportsThatATableIsGone() throws IOException {
        aws.refusing("DescribeTable", "ResourceNotFoundException");

        assertThat(sentence("happy")).contains("table status does not exist, expected one", "make validate");
    }

    @Test
    void reportsThatTheTerraformProgramIsMissing() throws IOException {
        assertThat(terraform("nosuchform", false))
                .contains("cannot run nosuchform", "install Terraform", "--environment sandbox", "make preflight");
    }

    @Test
    void reportsThatThereIsNoState() throws IOException {
        assertThat(terraform(standIn("echo '{}'"), false)).contains("there is no Terraform state", "`make infra-up`");
    }

    @Test
    void reportsThatTheStateHasNoOutputs() throws IOException {
        assertThat(terraform(standIn("echo '{}'"), true)).contains("has no outputs", "`make infra-up`");
    }

    @Test
    void reportsThatTerraformFailed() throws IOException {
        assertThat(terraform(standIn("echo 'state is locked' >&2; exit 7"), true))
                .contains("output failed with exit code 7: state is locked", "`make infra-validate`");
    }

    @Test
    void terraformIsNotLetSeeTheVariableThatNamesIt() throws IOException {
        assertThat(terraform(standIn("echo \"TERRAFORM=${TERRAFORM-unset}\" >&2; exit 1"), true))
                .contains("TERRAFORM=unset");
    }

    private String terraform(String program, boolean withState) throws IOException {
        Path folder = Files.createDirectory(project.folder().resolve("terraform"));
        Path state = folder.resolve("terraform.tfstate");
        try {
            if (withState) {
                Files.writeString(state, "{\"outputs\": {}}");
            }
            return project.runner(temp, Map.of("TERRAFORM", program), "happy", "--environment=terraform")
                    .exitsWith(3);
        } finally {
            Files.deleteIfExists(state);
            Files.delete(folder);
        }
    }

    private String standIn(String script) throws IOException {
        Path program = Files.writeString(temp.resolve("terraform-stand-in"), "#!/bin/sh\n" + script + "\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
        return program.toString();
    }

    private String sentence(String command) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(command, "--outputs=" + document()));
        String output = project.runner(temp, reachingTheFake(), arguments.toArray(String[]::new))
                .exitsWith(3);
        assertThat(output).doesNotContain("\tat ", "crashed");
        return output;
    }

    private Program validate() throws IOException {
        return project.runner(temp, reachingTheFake(), "validate", "--outputs=" + document());
    }

    private Path document() throws IOException {
        return Files.writeString(temp.resolve("outputs.json"), DOCUMENT);
    }

    /** As on AWS, whose document names no endpoints: by the SDK's own variables. */
    private Map<String, String> reachingTheFake() {
        return Map.of(
                "AWS_ENDPOINT_URL_SQS", aws.url(),
                "AWS_ENDPOINT_URL_DYNAMODB", aws.url(),
                "AWS_ACCESS_KEY_ID", "key",
                "AWS_SECRET_ACCESS_KEY", "secret",
                "AWS_EC2_METADATA_DISABLED", "true",
                "AWS_CONFIG_FILE", "/dev/null",
                "AWS_SHARED_CREDENTIALS_FILE", "/dev/null");
    }
}
