package dev.queuelab.runner.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.queuelab.core.aws.AwsAccess;
import dev.queuelab.lab.environment.Outputs;
import dev.queuelab.lab.environment.PersistentSandbox;
import dev.queuelab.lab.environment.Stack;
import dev.queuelab.lab.process.Dist;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Stacks of a sandbox that is kept up, whole and then broken on purpose, each in a way of its own. */
@ChangesProject
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ValidateIT {
    private final Project project;
    private final Path temp;
    private Outputs outputs = new Outputs("", Map.of(), Optional.empty());

    ValidateIT(Project project, @TempDir Path temp) {
        this.project = project;
        this.temp = temp;
    }

    @BeforeAll
    void up() {
        project.runner(temp, "sandbox", "up").exitsWith(0);
        outputs = Outputs.read(
                PersistentSandbox.of(new Dist(project.dist(), Optional.empty())).document());
    }

    @AfterAll
    void down() {
        project.runner(temp, "sandbox", "down").exitsWith(0);
    }

    @Test
    void aCompleteStackIsOkAndTheSandboxsDifferencesAreReported() {
        assertThat(validate("fifo-order").exitsWith(0))
                .contains("OK    queue sqs-demo-fifo-order.fifo is a FIFO queue")
                .contains("visibility timeout 2 s", "receive wait 10 s", "redrives after 2 receives to arn:aws:sqs:")
                .contains("key message_id (S, HASH)", "billing mode PAY_PER_REQUEST", "items expire by expires_at")
                .contains(
                        "SKIP  endpoint differs from Amazon SQS, which gives messages a new id when they are redriven")
                .contains("SKIP  endpoint differs from Amazon SQS, which refuses a second purge within a minute")
                .doesNotContain("FAIL ", "cannot tell");
        assertThat(queueNames()).noneMatch(name -> name.contains("probe"));
    }

    @Test
    void aQueueThatWasChangedFailsWithWhatWasFoundAndExpected() {
        change("dup", QueueAttributeName.VISIBILITY_TIMEOUT, "30");
        change("dup", QueueAttributeName.RECEIVE_MESSAGE_WAIT_TIME_SECONDS, "3");

        assertThat(validate("dup", "happy").exitsWith(1))
                .contains("FAIL  queue sqs-demo-dup visibility timeout 30 s, expected 2 s")
                .contains("FAIL  queue sqs-demo-dup receive wait 3 s, expected 10 s")
                .contains("2 FAIL", "recreate it with `make sandbox-down sandbox-up`");
    }

    @Test
    void aQueueThatRedrivesElsewhereFailsAndIsNotPlayedOn() {
        String elsewhere = stack("happy").dlqArn();
        change(
                "crash",
                QueueAttributeName.REDRIVE_POLICY,
                "{\"deadLetterTargetArn\":\"%s\",\"maxReceiveCount\":5}".formatted(elsewhere));

        assertThat(validate("crash").exitsWith(1))
                .contains("FAIL  queue sqs-demo-crash redrives after 5 receives to " + elsewhere
                        + ", expected after 2 receives to " + stack("crash").dlqArn());
        assertThat(project.runner(temp, "crash").exitsWith(3))
                .contains("stack crash is not complete: queue", "recreate it with `make sandbox-down sandbox-up`")
                .contains("UNKNOWN crash");
    }

    @Test
    void aQueueThatWasDeletedIsMissed() {
        try (AwsAccess aws = access()) {
            aws.sqs()
                    .deleteQueue(
                            request -> request.queueUrl(stack("poison").dlqUrl().orElseThrow()));
        }

        assertThat(validate("poison").exitsWith(1))
                .contains("FAIL  queue sqs-demo-poison-dlq does not exist, expected one");
        assertThat(project.runner(temp, "poison").exitsWith(3))
                .contains("stack poison is not complete", "queue sqs-demo-poison-dlq does not exist");
    }

    @Test
    void aTableOfAnotherFormFails() {
        String table = stack("business").messageStatusTable();
        try (AwsAccess aws = access()) {
            aws.dynamoDb().deleteTable(request -> request.tableName(table));
            aws.dynamoDb()
                    .createTable(request -> request.tableName(table)
                            .billingMode(BillingMode.PROVISIONED)
                            .provisionedThroughput(
                                    capacity -> capacity.readCapacityUnits(1L).writeCapacityUnits(1L))
                            .attributeDefinitions(AttributeDefinition.builder()
                                    .attributeName("id")
                                    .attributeType("N")
                                    .build())
                            .keySchema(KeySchemaElement.builder()
                                    .attributeName("id")
                                    .keyType("HASH")
                                    .build()));
        }

        assertThat(validate("business").exitsWith(1))
                .contains("FAIL  table " + table + " key id (N, HASH), expected message_id (S, HASH)")
                .contains("FAIL  table " + table + " billing mode PROVISIONED, expected PAY_PER_REQUEST")
                .contains("FAIL  table " + table + " items expire by nothing, expected expires_at");
        assertThat(project.runner(temp, "business").exitsWith(3)).contains("stack business is not complete");
    }

    @Test
    void aRunReportsThatItsStackIsComplete() {
        assertThat(project.runner(temp, "happy", "--count=1").exitsWith(0))
                .contains("stack happy is complete (11 checks)");
    }

    @Test
    void aStackThatIsNotThereIsRefusedWithThoseThatAre() {
        assertThat(validate("hapy").exitsWith(2))
                .contains("There is no stack 'hapy'", "crash, ", "See runner.jar validate --help");
    }

    private Program validate(String... stacks) {
        return project.runner(
                temp, Stream.concat(Stream.of("validate"), Stream.of(stacks)).toArray(String[]::new));
    }

    private Stack stack(String key) {
        return Optional.ofNullable(outputs.stacks().get(key)).orElseThrow();
    }

    private void change(String key, QueueAttributeName attribute, String value) {
        try (AwsAccess aws = access()) {
            aws.sqs()
                    .setQueueAttributes(
                            request -> request.queueUrl(stack(key).queueUrl()).attributes(Map.of(attribute, value)));
        }
    }

    private Stream<String> queueNames() {
        try (AwsAccess aws = access()) {
            return aws.sqs().listQueues().queueUrls().stream();
        }
    }

    private AwsAccess access() {
        return AwsAccess.toEmulator(outputs.region(), outputs.endpoints().orElseThrow());
    }
}
