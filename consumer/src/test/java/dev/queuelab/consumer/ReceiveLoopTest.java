package dev.queuelab.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.sqs.model.KmsThrottledException;
import software.amazon.awssdk.services.sqs.model.OverLimitException;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;
import software.amazon.awssdk.services.sqs.model.SqsException;

/** When the consumer goes on receiving, and when it ends. */
@Timeout(60)
class ReceiveLoopTest {
    private final Bench bench = new Bench();

    @Test
    void aLimitIsKeptByNeverAskingForMoreThanIsLeftToDo() {
        bench.queue.gives("a", "b").gives("c");

        Summary summary = bench.run("MESSAGE_LIMIT", "3", "MAX_MESSAGES", "2");

        assertThat(summary.reason()).isEqualTo("message limit reached");
        assertThat(summary.processed()).isEqualTo(3);
        assertThat(receives()).containsExactly("receive 2 within 10 s", "receive 1 within 10 s");
    }

    @Test
    void aRejectedMessageDoesNotCountTowardsTheLimit() {
        bench.queue.gives("poison").gives("a");

        Summary summary = bench.run("MESSAGE_LIMIT", "1", "REJECT_PAYLOAD_MARKER", "poison");

        assertThat(summary.reason()).isEqualTo("message limit reached");
        assertThat(bench.calls).contains("delete a").doesNotContain("delete poison");
    }

    @Test
    void noMoreThanTenMessagesAreAskedFor() {
        bench.run("MAX_MESSAGES", "50");

        assertThat(receives()).containsExactly("receive 10 within 10 s");
    }

    @Test
    void theIdleTimeoutEndsTheRunAndShortensItsLastWait() {
        bench.queue.whenEmpty(waitSeconds -> bench.letPass(Duration.ofSeconds(waitSeconds)));

        Summary summary = bench.run("WAIT_TIME_SECONDS", "4", "IDLE_TIMEOUT_SECONDS", "9.5");

        assertThat(summary.reason()).isEqualTo("idle timeout");
        assertThat(receives()).containsExactly("receive 1 within 4 s", "receive 1 within 4 s", "receive 1 within 2 s");
    }

    @Test
    void anArrivalBeginsTheIdleTimeAnew() {
        bench.queue.whenEmpty(waitSeconds -> bench.letPass(Duration.ofSeconds(waitSeconds)));
        bench.dynamoDb.before("complete", () -> bench.letPass(Duration.ofMinutes(1)));
        bench.queue.gives("a");

        Summary summary = bench.run("IDLE_TIMEOUT_SECONDS", "10");

        assertThat(summary.processed()).isEqualTo(1);
        assertThat(receives()).hasSize(2);
    }

    @Test
    void aRequestedEndIsHonouredBetweenPolls() {
        bench.queue.gives("a").gives("b");
        bench.dynamoDb.before("complete a", bench.shutdown::request);

        Summary summary = bench.run();

        assertThat(summary.reason()).isEqualTo("shutdown requested");
        assertThat(summary.processed()).isEqualTo(1);
        assertThat(receives()).hasSize(1);
    }

    @Test
    void messagesOfAPollThatWasOpenWhenTheEndWasRequestedAreHandedBack() {
        bench.queue.givesAfter(bench.shutdown::request, "a");

        Summary summary = bench.run();

        assertThat(summary.processed()).isZero();
        assertThat(bench.calls).containsExactly("receive 1 within 10 s", "show a after 0 s");
    }

    static Stream<RuntimeException> passing() {
        return Stream.of(
                SdkClientException.create("no network", new IOException("connection refused")),
                refusal(500, "InternalFailure"),
                refusal(503, "ServiceUnavailable"),
                refusal(400, "ThrottlingException"),
                refusal(403, "RequestThrottled"),
                OverLimitException.builder()
                        .statusCode(403)
                        .message("in flight")
                        .build(),
                KmsThrottledException.builder().statusCode(400).message("keys").build());
    }

    @ParameterizedTest
    @MethodSource("passing")
    void anErrorThatMayPassIsTriedAgain(RuntimeException error) {
        bench.queue.fails(error).gives("a");

        Summary summary = bench.run("MESSAGE_LIMIT", "1");

        assertThat(summary.processed()).isEqualTo(1);
        assertThat(receives()).hasSize(2);
    }

    static Stream<RuntimeException> lasting() {
        return Stream.of(
                QueueDoesNotExistException.builder()
                        .statusCode(400)
                        .message("no such queue")
                        .build(),
                refusal(403, "AccessDenied"),
                SdkClientException.create("Unable to load credentials"));
    }

    @ParameterizedTest
    @MethodSource("lasting")
    void anErrorThatWillLastEndsTheRun(RuntimeException error) {
        bench.queue.fails(error);

        assertThatThrownBy(bench::run)
                .isInstanceOf(QueueUnusableException.class)
                .hasMessageContainingAll("cannot receive from the queue", error.getMessage());
        assertThat(receives()).hasSize(1);
    }

    @Test
    void aQueueThatCannotBeReachedIsNotIdle() {
        SdkClientException error = SdkClientException.create("no network", new IOException("connection refused"));
        bench.queue.failsAfter(() -> bench.letPass(Duration.ofSeconds(4)), error);

        assertThatThrownBy(() -> bench.run("IDLE_TIMEOUT_SECONDS", "3"))
                .isInstanceOf(QueueUnusableException.class)
                .hasMessage("the queue cannot be reached, 1 tries in a row: no network");
    }

    private Stream<String> receives() {
        return bench.calls.stream().filter(call -> call.startsWith("receive"));
    }

    private static AwsServiceException refusal(int status, String code) {
        return SqsException.builder()
                .statusCode(status)
                .message(code)
                .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).build())
                .build();
    }
}
