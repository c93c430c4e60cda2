package dev.queuelab.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.queuelab.core.process.ExitCode;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What keeps the consumer from its first receive, and how it says so. */
@Timeout(60)
class ConsumerStartTest extends ChildConsumer {
    @Test
    void aHeartbeatThatIsTooSlowForTheQueueIsNamedBeforeAnythingIsReceived() throws Exception {
        JavaChild.Outcome outcome = start("HEARTBEAT_SECONDS", "30").await();

        assertThat(outcome.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(outcome.err())
                .contains("HEARTBEAT_SECONDS=30.0 is not accepted: expected less than 30, the seconds of the queue's"
                        + " visibility timeout");
        assertThat(aws.requests()).containsExactly("GetQueueAttributes");
        assertThat(history()).doesNotExist();
    }

    @Test
    void aServiceWithoutAUsableUrlIsNamedBeforeTheNetworkIsTouched() throws Exception {
        JavaChild.Outcome missing = start("EFFECT", "http").await();
        JavaChild.Outcome bad = start("EFFECT", "http", "EFFECT_URL", "effects").await();

        assertThat(missing.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(missing.err()).contains("EFFECT_URL is not set: EFFECT=http needs the http or https URL");
        assertThat(bad.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(bad.err()).contains("EFFECT_URL=effects is not accepted: expected the http or https URL");
        assertThat(aws.requests()).isEmpty();
    }

    @Test
    void allKnobsThatAreNotAcceptedAreNamedBeforeTheNetworkIsTouched() throws Exception {
        JavaChild.Outcome outcome = start("MAX_MESSAGES", "none", "CRASH_RATE", "2", "QUEUE_URL", "")
                .await();

        assertThat(outcome.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err())
                .contains(
                        "MAX_MESSAGES=none is not accepted: expected a whole number of at least 1",
                        "CRASH_RATE=2 is not accepted: expected a decimal number from 0 to 1",
                        "QUEUE_URL is not set");
        assertThat(aws.requests()).isEmpty();
        assertThat(history()).doesNotExist();
    }

    @Test
    void aMissingRegionIsNamed() throws Exception {
        JavaChild.Outcome outcome = start("AWS_REGION", "").await();

        assertThat(outcome.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(outcome.err())
                .contains("AWS_REGION is not set, and no AWS profile has a region: expected the name of an AWS region");
        assertThat(aws.requests()).isEmpty();
        assertThat(history()).doesNotExist();
    }

    @Test
    void anEndpointThatIsNoUrlIsNamedAtTheStart() throws Exception {
        JavaChild.Outcome outcome = start("AWS_ENDPOINT_URL", "not a url").await();

        assertThat(outcome.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(outcome.err()).contains("cannot start", "AWS_ENDPOINT_URL is 'not a url': expected a URL such as");
    }

    @Test
    void aTableThatDoesNotExistIsNamedBeforeAnythingIsReceived() throws Exception {
        aws.refusing("missing", "ResourceNotFoundException");

        JavaChild.Outcome outcome = start("MESSAGE_STATUS_TABLE", "missing", "MESSAGE_SIDE_EFFECTS_TABLE", "e")
                .await();

        assertThat(outcome.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err())
                .contains("MESSAGE_STATUS_TABLE=missing is not accepted: there is no such table")
                .doesNotContain("MESSAGE_SIDE_EFFECTS_TABLE");
        assertThat(aws.requests()).containsExactly("DescribeTable", "DescribeTable");
        assertThat(history()).doesNotExist(); // so that the next start may have this HISTORY_PATH
    }

    @Test
    void aTableThatMayNotBeDescribedIsNamedWithTheRefusal() throws Exception {
        aws.refusing("e", "AccessDeniedException");

        JavaChild.Outcome outcome = start("MESSAGE_SIDE_EFFECTS_TABLE", "e").await();

        assertThat(outcome.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(outcome.err()).contains("MESSAGE_SIDE_EFFECTS_TABLE=e is not accepted: DescribeTable failed: ");
        assertThat(aws.requests()).containsExactly("DescribeTable");
    }

    @Test
    void aTableServiceThatCannotBeReachedEndsTheRunAtTheIdleTimeout() throws Exception {
        JavaChild.Outcome outcome = start(
                        "MESSAGE_STATUS_TABLE", "s",
                        "AWS_ENDPOINT_URL_DYNAMODB", "http://127.0.0.1:1",
                        "IDLE_TIMEOUT_SECONDS", "1")
                .await();

        assertThat(outcome.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(outcome.err())
                .containsOnlyOnce("is tried again until it succeeds")
                .contains("looking at table s (MESSAGE_STATUS_TABLE) failed ", "until the idle timeout: ");
    }

    @Test
    void sigtermEndsTheWaitForATableService() throws Exception {
        JavaChild consumer = start("MESSAGE_STATUS_TABLE", "s", "AWS_ENDPOINT_URL_DYNAMODB", "http://127.0.0.1:1");
        consumer.awaitError("is tried again until it succeeds");

        consumer.terminate();

        JavaChild.Outcome outcome = consumer.await();
        assertThat(outcome.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(outcome.out()).startsWith("shutdown requested: 0 messages processed");
    }

    @Test
    void aHostWithoutAnAddressIsTriedAgainAndNamed() throws Exception {
        JavaChild.Outcome outcome = start(
                        "AWS_ENDPOINT_URL_SQS", "http://queue.invalid:9324", "IDLE_TIMEOUT_SECONDS", "1")
                .await();

        assertThat(outcome.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(outcome.err())
                .containsOnlyOnce("is tried again until it succeeds")
                .contains("until the idle timeout: no address is known for the host queue.invalid");
    }

    @Test
    void aNumberThatTheAwsSdkCannotReadIsABadSetting() throws Exception {
        JavaChild.Outcome outcome = start("AWS_MAX_ATTEMPTS", "abc").await();

        assertThat(outcome.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(outcome.err()).contains("cannot start", "AWS_MAX_ATTEMPTS is 'abc': expected a whole number");
    }

    @Test
    void aFileThatCannotBeWrittenIsNamedBeforeTheNetworkIsTouched() throws Exception {
        Path log = folder.resolve("no-folder").resolve("effects.log");

        JavaChild.Outcome outcome =
                start("SIDE_EFFECT_LOG_PATH", log.toString()).await();

        assertThat(outcome.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(outcome.err()).contains("SIDE_EFFECT_LOG_PATH is not accepted: " + log + " cannot be made");
        assertThat(aws.requests()).isEmpty();
        assertThat(history()).doesNotExist();
    }

    @Test
    void anArgumentIsShownWithWhatCannotBeSeenInIt() throws Exception {
        JavaChild.Outcome outcome = JavaChild.start(folder, Map.of(), ConsumerMain.class, "--help\r")
                .await();

        assertThat(outcome.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(outcome.err()).contains("--help\\r:");
    }
}
