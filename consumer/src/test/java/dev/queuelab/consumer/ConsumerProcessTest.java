package dev.queuelab.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.queuelab.core.process.ExitCode;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A run of the consumer as others see it: its exit code, its output and its history. */
@Timeout(60)
class ConsumerProcessTest extends ChildConsumer {
    /** What the operating system makes of a process that SIGTERM killed. */
    private static final int KILLED = 128 + 15;

    @Test
    void aRunEndsWithALineThatCountsItsRequests() throws Exception {
        JavaChild.Outcome outcome = start(
                        "MESSAGE_LIMIT", "1", "MESSAGE_STATUS_TABLE", "s", "MESSAGE_SIDE_EFFECTS_TABLE", "e")
                .await();

        assertThat(outcome.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(outcome.out())
                .isEqualToIgnoringNewLines(
                        "message limit reached: 1 messages processed, 7 requests (7.0 a message):"
                                + " DynamoDb.DescribeTable 2, DynamoDb.UpdateItem 3, Sqs.DeleteMessage 1, Sqs.ReceiveMessage 1");
        assertThat(facts())
                .containsExactly(
                        "Started", "Received", "EffectAttempted", "EffectPerformed", "Completed", "Deleted", "Stopped");
    }

    @Test
    void aHeartbeatExtendsTheMessageThatIsWorkedOn() throws Exception {
        JavaChild consumer = start("HEARTBEAT_SECONDS", "0.01", "SIDE_EFFECT_DELAY_SECONDS", "600");
        aws.awaitExtension();

        consumer.kill();

        assertThat(consumer.await().exitCode()).isNotEqualTo(ExitCode.OK);
        assertThat(facts()).startsWith("Started", "Received", "EffectAttempted", "Extended");
    }

    @Test
    void anEffectByHttpNeedsNoEffectsTable() throws Exception {
        try (HttpServerFixture service = new HttpServerFixture()) {
            JavaChild.Outcome outcome = start("MESSAGE_LIMIT", "1", "EFFECT", "http", "EFFECT_URL", service.url())
                    .await();

            assertThat(outcome.exitCode()).isEqualTo(ExitCode.OK);
            assertThat(service.requests())
                    .extracting(HttpServerFixture.Request::key)
                    .containsExactly("\"a\"");
            assertThat(facts()).contains("EffectPerformed", "Completed", "Deleted");
        }
    }

    @Test
    void sigtermLetsTheWorkInHandFinish() throws Exception {
        aws.close();
        aws = AwsServer.startHoldingDeletions();
        JavaChild consumer = start();
        aws.awaitDeletion();

        consumer.terminate();
        aws.answerDeletion();

        JavaChild.Outcome outcome = consumer.await();
        assertThat(outcome.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(outcome.out()).startsWith("shutdown requested: 1 messages processed");
        assertThat(facts()).contains("ShutdownRequested", "Deleted").endsWith("Stopped");
    }

    @Test
    void sigtermAbandonsTheWorkInHandIfSetSo() throws Exception {
        aws.close();
        aws = AwsServer.startHoldingDeletions();
        JavaChild consumer = start("ON_SIGTERM", "abandon");
        aws.awaitDeletion();

        consumer.terminate();

        assertThat(consumer.await().exitCode()).isEqualTo(KILLED);
        assertThat(facts()).endsWith("Completed");
    }

    @Test
    void aCrashOnPurposeExitsWithOneAndLeavesItsLastFact() throws Exception {
        JavaChild.Outcome outcome = start("CRASH_AFTER_RECEIVE", "1").await();

        assertThat(outcome.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(outcome.err()).contains("crashing on purpose after receive of message a");
        assertThat(facts()).containsExactly("Started", "Received", "Crashed");
        assertThat(aws.requests()).containsExactly("ReceiveMessage");
    }

    @Test
    void aHistoryThatExistsIsNotWrittenTo() throws Exception {
        Files.writeString(history(), "another process's\n");

        JavaChild.Outcome outcome = start().await();

        assertThat(outcome.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(outcome.err()).contains("HISTORY_PATH is not accepted: " + history() + " exists already");
        assertThat(aws.requests()).isEmpty();
        assertThat(history()).hasContent("another process's\n");
    }

    @Test
    void helpNeedsNoSettings() throws Exception {
        JavaChild.Outcome outcome =
                JavaChild.start(folder, Map.of(), ConsumerMain.class, "--help").await();

        assertThat(outcome.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(outcome.out()).isEqualTo(ConsumerMain.help());
        assertThat(outcome.err()).isEmpty();
    }
}
