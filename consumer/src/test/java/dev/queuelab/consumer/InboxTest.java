package dev.queuelab.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.queuelab.core.history.Event;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.sqs.model.InvalidIdFormatException;
import software.amazon.awssdk.services.sqs.model.ReceiptHandleIsInvalidException;
import software.amazon.awssdk.services.sqs.model.SqsException;

class InboxTest {
    private final Bench bench = new Bench();
    private final Inbox inbox = new Inbox(bench.queue, Samples.QUEUE_URL, bench.facts);

    @Test
    void everyMessageIsRecordedAsReceivedBeforeAnyIsHandedOut() {
        bench.queue.gives(
                List.of(FakeQueue.message("m-1", "{\"id\":\"a\",\"run\":\"run-7\"}"), FakeQueue.message("m-2", "{}")));

        List<Delivery> batch = inbox.receive(10, 3);

        assertThat(bench.calls).containsExactly("receive 10 within 3 s");
        assertThat(batch).extracting(Delivery::id).containsExactly("a", "m-2");
        assertThat(bench.facts.all())
                .containsExactly(
                        new Event.Received("a", "m-1", 1, Instant.ofEpochSecond(1), "run-7"),
                        new Event.Received("m-2", "m-2", 1, Instant.ofEpochSecond(1), null));
    }

    @Test
    void aDeletionIsRecorded() {
        inbox.delete(Samples.message("a"));

        assertThat(bench.calls).containsExactly("delete r-1");
        assertThat(bench.facts.all()).containsExactly(new Event.Deleted("a", "m-1"));
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
        bench.queue.refuses("r-1", stale);

        inbox.delete(Samples.message("a"));

        assertThat(bench.facts.all())
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
        bench.queue.refuses("r-1", error);

        assertThatThrownBy(() -> inbox.delete(Samples.message("a")))
                .isInstanceOfSatisfying(
                        UnavailableException.class, e -> assertThat(e.step()).isEqualTo("deleting the message"));
        assertThat(bench.facts.all()).isEmpty();
    }

    @Test
    void aMessageHandedBackIsVisibleAtOnce() {
        inbox.handBack(Samples.message("a"));

        assertThat(bench.calls).containsExactly("show r-1 after 0 s");
        assertThat(bench.facts.all()).containsExactly(new Event.HandedBack("a", "m-1"));
    }

    @ParameterizedTest
    @MethodSource({"staleHandles", "otherErrors"})
    void aMessageThatCannotBeHandedBackComesBackByItself(RuntimeException error) {
        bench.queue.refuses("r-1", error);

        inbox.handBack(Samples.message("a"));

        assertThat(bench.facts.all()).isEmpty();
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
