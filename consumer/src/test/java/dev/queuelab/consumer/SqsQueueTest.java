package dev.queuelab.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.queuelab.core.history.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.sqs.model.InvalidIdFormatException;
import software.amazon.awssdk.services.sqs.model.ReceiptHandleIsInvalidException;
import software.amazon.awssdk.services.sqs.model.SqsException;

class SqsQueueTest {
    private final ConsumerFixture fixture = new ConsumerFixture();
    private final SqsQueue queue =
            new SqsQueue(fixture.queue, Samples.QUEUE_URL, false, fixture.facts, InHand.UNATTENDED);

    @Test
    void everyMessageIsRecordedAsReceivedBeforeAnyIsHandedOut() {
        fixture.queue.gives(
                List.of(FakeQueue.message("m-1", "{\"id\":\"a\",\"run\":\"run-7\"}"), FakeQueue.message("m-2", "{}")));

        List<Delivery> batch = queue.receive(10, 3);

        assertThat(fixture.calls).containsExactly("receive 10 within 3 s");
        assertThat(batch).extracting(Delivery::id).containsExactly("a", "m-2");
        assertThat(fixture.facts.all())
                .containsExactly(
                        new Event.Received("a", "m-1", 1, Instant.ofEpochSecond(1), "run-7"),
                        new Event.Received("m-2", "m-2", 1, Instant.ofEpochSecond(1), null));
    }

    @Test
    void aDeletionIsRecorded() {
        queue.delete(Samples.message("a"));

        assertThat(fixture.calls).containsExactly("delete r-1");
        assertThat(fixture.facts.all()).containsExactly(new Event.Deleted("a", "m-1"));
    }

    static Stream<SqsException> staleHandles() {
        return Stream.of(
                ReceiptHandleIsInvalidException.builder().message("stale").build(),
                InvalidIdFormatException.builder().message("stale").build(),
                refusal("InvalidParameterValue", "stale")); // an expired handle of a FIFO queue
    }

    @ParameterizedTest
    @MethodSource("staleHandles")
    void aStaleReceiptHandleIsRecordedAndNoError(SqsException stale) {
        fixture.queue.refuses("r-1", stale);

        queue.delete(Samples.message("a"));

        assertThat(fixture.facts.all())
                .singleElement()
                .isInstanceOfSatisfying(
                        Event.DeleteStale.class,
                        fact -> assertThat(fact.reason()).contains("stale"));
    }

    static Stream<RuntimeException> otherErrors() {
        return Stream.of(
                refusal("AccessDenied", "no"),
                SqsException.builder().message("an error without details").build(),
                SdkClientException.create("no network"));
    }

    @ParameterizedTest
    @MethodSource("otherErrors")
    void anyOtherErrorLeavesTheDeletionUndone(RuntimeException error) {
        fixture.queue.refuses("r-1", error);

        assertThatThrownBy(() -> queue.delete(Samples.message("a")))
                .isInstanceOfSatisfying(StepFailedException.class, e -> {
                    assertThat(e.step()).isEqualTo("deleting the message");
                    assertThat(e).hasMessageStartingWith("queue " + Samples.QUEUE_URL + ": ");
                });
        assertThat(fixture.facts.all()).isEmpty();
    }

    @Test
    void aMessageHandedBackIsVisibleAtOnce() {
        queue.handBack(Samples.message("a"));

        assertThat(fixture.calls).containsExactly("show r-1 after 0 s");
        assertThat(fixture.facts.all()).containsExactly(new Event.HandedBack("a", "m-1"));
    }

    @ParameterizedTest
    @MethodSource({"staleHandles", "otherErrors"})
    void aMessageThatCannotBeHandedBackComesBackByItself(RuntimeException error) {
        fixture.queue.refuses("r-1", error);

        queue.handBack(Samples.message("a"));

        assertThat(fixture.facts.all()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"PT2.5S, 3", "PT-1S, 1", "P1D, 43200"})
    void aMessageIsHiddenForWholeSecondsWithinTheLimits(Duration time, int seconds) {
        queue.hide(Samples.message("a"), time);

        assertThat(fixture.calls).containsExactly("show r-1 after " + seconds + " s");
        assertThat(fixture.facts.all()).containsExactly(new Event.Extended("a", "m-1", seconds));
    }

    @ParameterizedTest
    @MethodSource({"staleHandles", "otherErrors"})
    void aMessageThatCannotBeHiddenComesBackByItself(RuntimeException error) {
        fixture.queue.refuses("r-1", error);

        queue.hide(Samples.message("a"), Duration.ofSeconds(2));

        assertThat(fixture.facts.all()).isEmpty();
    }

    private static SqsException refusal(String code, String message) {
        AwsErrorDetails details =
                AwsErrorDetails.builder().errorCode(code).errorMessage(message).build();
        return (SqsException) SqsException.builder()
                .message(message)
                .awsErrorDetails(details)
                .statusCode(400)
                .build();
    }
}
