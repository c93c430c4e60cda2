package dev.queuelab.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.model.KmsThrottledException;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.OverLimitException;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;
import software.amazon.awssdk.services.sqs.model.SqsException;

/** When the consumer goes on receiving, and when it ends. */
@Timeout(60)
class ReceiveLoopTest {
    private final ConsumerFixture fixture = new ConsumerFixture();

    @Test
    void aLimitIsKeptByNeverAskingForMoreThanIsLeftToDo() {
        fixture.queue.gives("a", "b").gives("c");

        RunSummary summary = fixture.run("MESSAGE_LIMIT", "3", "MAX_MESSAGES", "2");

        assertThat(summary.reason()).isEqualTo("message limit reached");
        assertThat(summary.processed()).isEqualTo(3);
        assertThat(receives()).containsExactly("receive 2 within 10 s", "receive 1 within 10 s");
    }

    @Test
    void aRejectedMessageDoesNotCountTowardsTheLimit() {
        fixture.queue.gives("poison").gives("a");

        RunSummary summary = fixture.run("MESSAGE_LIMIT", "1", "REJECT_PAYLOAD_MARKER", "poison");

        assertThat(summary.reason()).isEqualTo("message limit reached");
        assertThat(fixture.calls).contains("delete a").doesNotContain("delete poison");
    }

    @Test
    void noMoreThanTenMessagesAreAskedFor() {
        fixture.run("MAX_MESSAGES", "50");

        assertThat(receives()).containsExactly("receive 10 within 10 s");
    }

    @Test
    void theIdleTimeoutEndsTheRunAndShortensItsLastWait() {
        fixture.queue.whenEmpty(waitSeconds -> fixture.letPass(Duration.ofSeconds(waitSeconds)));

        RunSummary summary = fixture.run("WAIT_TIME_SECONDS", "4", "IDLE_TIMEOUT_SECONDS", "9.5");

        assertThat(summary.reason()).isEqualTo("idle timeout");
        assertThat(receives()).containsExactly("receive 1 within 4 s", "receive 1 within 4 s", "receive 1 within 2 s");
    }

    @Test
    void anArrivalBeginsTheIdleTimeAnew() {
        fixture.queue.whenEmpty(waitSeconds -> fixture.letPass(Duration.ofSeconds(waitSeconds)));
        fixture.dynamoDb.before("complete", () -> fixture.letPass(Duration.ofMinutes(1)));
        fixture.queue.gives("a");

        RunSummary summary = fixture.run("IDLE_TIMEOUT_SECONDS", "10");

        assertThat(summary.processed()).isEqualTo(1);
        assertThat(receives()).hasSize(2);
    }

    @Test
    void aRequestedEndIsHonouredBetweenPolls() {
        fixture.queue.gives("a").gives("b");
        fixture.dynamoDb.before("complete a", fixture.shutdown::request);

        RunSummary summary = fixture.run();

        assertThat(summary.reason()).isEqualTo("shutdown requested");
        assertThat(summary.processed()).isEqualTo(1);
        assertThat(receives()).hasSize(1);
    }

    @Test
    void messagesOfAPollThatWasOpenWhenTheEndWasRequestedAreHandedBack() {
        fixture.queue.givesAfter(fixture.shutdown::request, "a");

        RunSummary summary = fixture.run();

        assertThat(summary.processed()).isZero();
        assertThat(fixture.calls).containsExactly("receive 1 within 10 s", "show a after 0 s");
    }

    static Stream<RuntimeException> passing() {
        return Stream.of(
                SdkClientException.create("no network", new IOException("connection refused")),
                SdkClientException.create("no host", SdkClientException.create("x", new UnknownHostException("sqs"))),
                SdkClientException.create(
                        "MD5 returned by SQS does not match the calculation on the original request."),
                SdkClientException.create("Unable to unmarshall response"),
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
        fixture.queue.fails(error).gives("a");

        RunSummary summary = fixture.run("MESSAGE_LIMIT", "1");

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
                SdkClientException.create("Unable to load credentials"),
                new IllegalArgumentException("port out of range:99999"));
    }

    @ParameterizedTest
    @MethodSource("lasting")
    void anErrorThatWillLastEndsTheRunAtItsStart(RuntimeException error) {
        fixture.queue.fails(error);

        assertThatThrownBy(fixture::run)
                .isInstanceOf(UnreachableException.class)
                .hasMessageContainingAll("cannot receive from queue " + Samples.QUEUE_URL + ": ", error.getMessage());
        assertThat(receives()).hasSize(1);
    }

    static Stream<RuntimeException> lastingButForTheStart() {
        return lasting().filter(SdkException.class::isInstance);
    }

    @ParameterizedTest
    @MethodSource("lastingButForTheStart")
    void onceTheQueueWasReceivedFromEveryErrorIsTriedAgain(RuntimeException error) {
        fixture.queue.gives("a").fails(error).fails(error).gives("b");

        RunSummary summary = fixture.run("MESSAGE_LIMIT", "2");

        assertThat(summary.processed()).isEqualTo(2);
        assertThat(receives()).hasSize(4);
    }

    /** Under a mutation that asks again, the thread is never seen to wait without an end, and b is received. */
    @Test
    void oneThatStopsAtAFailureAsksNoMoreAndLivesOn() {
        Thread loop = Thread.currentThread();
        AtomicBoolean over = new AtomicBoolean();
        Thread watcher = new Thread(() -> {
            while (!over.get()) {
                if (loop.getState() == Thread.State.WAITING) {
                    fixture.shutdown.request();
                }
                Thread.onSpinWait();
            }
        });
        watcher.setDaemon(true);
        watcher.start();
        fixture.queue.gives("a").fails(refusal(500, "InternalFailure")).gives("b");

        RunSummary summary = fixture.run("ON_RECEIVE_FAILURE", "stop");
        over.set(true);

        assertThat(summary.reason()).isEqualTo("shutdown requested");
        assertThat(receives()).hasSize(2);
    }

    @Test
    void anAnswerThatCannotBeReadIsTriedAgain() {
        Message odd = FakeQueue.message("a", "{}").toBuilder()
                .attributes(Map.of(MessageSystemAttributeName.SENT_TIMESTAMP, "yesterday"))
                .build();
        fixture.queue.gives(List.of(odd)).gives("b");

        assertThat(fixture.run("MESSAGE_LIMIT", "1").processed()).isEqualTo(1);
    }

    @Test
    void anOutageIsLoggedWhenItBeginsAndWhenItIsOverAndNotAtEachTry() {
        SdkClientException error = SdkClientException.create("no network", new IOException("connection refused"));
        for (int outage = 0; outage < 2; outage++) {
            fixture.queue.gives("a").fails(error).fails(error).fails(error).gives("b");
        }

        List<String> lines;
        try (LoggedLines log = LoggedLines.of(Outage.class)) {
            fixture.run();
            lines = log.lines();
        }

        String queue = "receiving from queue " + Samples.QUEUE_URL;
        List<String> each = List.of(
                queue + " failed, and is tried again until it succeeds: no network",
                queue + " succeeds again after 3 failed tries");
        assertThat(lines).containsExactly(each.get(0), each.get(1), each.get(0), each.get(1));
    }

    @Test
    void aQueueThatCannotBeReachedIsNotIdle() {
        SdkClientException error = SdkClientException.create("no network", new IOException("connection refused"));
        fixture.queue.failsAfter(() -> fixture.letPass(Duration.ofSeconds(4)), error);

        assertThatThrownBy(() -> fixture.run("IDLE_TIMEOUT_SECONDS", "3"))
                .isInstanceOf(UnreachableException.class)
                .hasMessage("receiving from queue " + Samples.QUEUE_URL
                        + " failed 1 times in a row, until the idle timeout: no network");
    }

    private Stream<String> receives() {
        return fixture.calls.stream().filter(call -> call.startsWith("receive"));
    }

    private static AwsServiceException refusal(int status, String code) {
        return SqsException.builder()
                .statusCode(status)
                .message(code)
                .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).build())
                .build();
    }
}
