package dev.queuelab.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.queuelab.core.history.Event;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryBackoffTest {
    private final ConsumerFixture fixture = new ConsumerFixture();

    private static RetryBackoff with(String... settings) throws BadSettingsException {
        return RetryBackoff.of(Settings.read(
                Map.of("QUEUE_URL", Samples.QUEUE_URL, settings[0], settings[1], settings[2], settings[3])));
    }

    @ParameterizedTest
    @CsvSource({"1, 4, 8", "2, 8, 16", "3, 10, 20", "9, 10, 20"})
    void halfOfALimitIsCertainWhichDoublesWithEachDeliveryUpToTheLongest(int delivery, int least, int most)
            throws Exception {
        RetryBackoff backoff = with("RETRY_BACKOFF_SECONDS", "8", "RETRY_BACKOFF_MAX_SECONDS", "20");

        List<Duration> pauses = IntStream.range(0, 200)
                .mapToObj(choice -> backoff.after(delivery).orElseThrow())
                .toList();

        assertThat(pauses)
                .allSatisfy(pause -> assertThat(pause).isBetween(Duration.ofSeconds(least), Duration.ofSeconds(most)))
                .doesNotContainSequence(pauses.get(0), pauses.get(0), pauses.get(0), pauses.get(0));
    }

    @Test
    void withoutItAMessageHasItsVisibilityTimeoutAlone() throws Exception {
        assertThat(with("RETRY_BACKOFF_SECONDS", "0", "RETRY_BACKOFF_MAX_SECONDS", "20")
                        .after(1))
                .isEmpty();
    }

    @Test
    void aMessageWhoseWorkFailedStaysAway() {
        fixture.dynamoDb.failAt("perform a");
        fixture.queue.gives("a").gives("b");

        fixture.run("RETRY_BACKOFF_SECONDS", "8");

        assertThat(fixture.facts.all(Event.Extended.class)).singleElement().satisfies(extended -> {
            assertThat(extended.id()).isEqualTo("a");
            assertThat(extended.seconds()).isBetween(4, 8);
        });
        assertThat(fixture.calls).contains("delete b").doesNotContain("delete a");
    }

    @Test
    void oneThatWasRejectedComesBackAsTheQueueHasIt() {
        fixture.queue.gives("poison");

        fixture.run("RETRY_BACKOFF_SECONDS", "8", "REJECT_PAYLOAD_MARKER", "poison");

        assertThat(fixture.facts.all(Event.Extended.class)).isEmpty();
    }

    @Test
    void oneThatAnotherProcessHasNowIsNotTouched() {
        FencedException fenced = new FencedException("performing the effect", 1, 2);
        LeaseHeldException held = new LeaseHeldException("c-2/1", "12:00");
        StepFailedException failed = new StepFailedException("performing the effect", "no reply");

        assertThat(DeliveryOutcome.Failed.of(fenced).leftToAnother()).isTrue();
        assertThat(DeliveryOutcome.Failed.of(held).leftToAnother()).isTrue();
        assertThat(DeliveryOutcome.Failed.of(failed).leftToAnother()).isFalse();
    }
}
