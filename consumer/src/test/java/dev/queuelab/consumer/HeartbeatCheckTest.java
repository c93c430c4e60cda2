package dev.queuelab.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.sqs.model.SqsException;

/** What the consumer makes of the queue's visibility timeout before it receives. */
@Timeout(60)
class HeartbeatCheckTest {
    private final ConsumerFixture fixture = new ConsumerFixture();

    @Test
    void withoutAHeartbeatTheQueueIsNotAsked() throws Exception {
        assertThat(check().run()).isEmpty();
        assertThat(fixture.calls).isEmpty();
    }

    @Test
    void theQueuesOwnTimeoutIsRead() throws Exception {
        answers(() -> "30");

        assertThat(check("HEARTBEAT_SECONDS", "29.9").run()).contains(Duration.ofSeconds(30));
        assertThat(fixture.calls).containsExactly("attributes [VisibilityTimeout]");
    }

    @Test
    void aHeartbeatThatIsNotShorterIsRefused() {
        answers(() -> "2");

        assertThatThrownBy(() -> check("HEARTBEAT_SECONDS", "2").run())
                .isInstanceOf(BadSettingsException.class)
                .hasMessageContaining("HEARTBEAT_SECONDS=2.0 is not accepted: expected less than 2,");
    }

    @Test
    void aQueueThatCannotBeReachedIsTriedAgain() throws Exception {
        answers(List.of(
                () -> {
                    throw SdkClientException.create("no network", new IOException());
                },
                () -> "30"));

        assertThat(check("HEARTBEAT_SECONDS", "1").run()).contains(Duration.ofSeconds(30));
    }

    @Test
    void aQueueThatMayNotBeAskedEndsTheRun() {
        answers(() -> {
            throw SqsException.builder().message("denied").statusCode(403).build();
        });

        assertThatThrownBy(() -> check("HEARTBEAT_SECONDS", "1").run())
                .isInstanceOf(UnreachableException.class)
                .hasMessageContainingAll("reading the visibility timeout of queue", "GetQueueAttributes", "denied");
    }

    @Test
    void aRequestedEndEndsTheWait() throws Exception {
        fixture.shutdown.request();

        assertThat(check("HEARTBEAT_SECONDS", "1").run()).isEmpty();
    }

    private void answers(Supplier<String> answer) {
        answers(List.of(answer));
    }

    private void answers(List<Supplier<String>> each) {
        Deque<Supplier<String>> all = new ArrayDeque<>(each);
        fixture.queue.visibilityTimeout(() -> all.remove().get());
    }

    private HeartbeatCheck check(String... knobs) {
        return new HeartbeatCheck(
                Samples.settings(knobs),
                new QueueAttributes(Samples.settings(knobs), fixture.queue, fixture.shutdown, fixture::nanoTime));
    }
}
