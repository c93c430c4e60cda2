package dev.queuelab.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.queuelab.core.history.Event;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When DynamoDB answers an error, nothing is guessed: the message stays, and the others go on. */
class DynamoDbDownTest {
    private final ConsumerFixture fixture = new ConsumerFixture();

    @ParameterizedTest
    @CsvSource({
        "start, recording the start, status-table, 0",
        "perform, performing the effect, effects-table, 0",
        "complete, recording the completion, status-table, 1",
    })
    void theMessageStaysWithTheReasonRecordedAndTheNextOneIsProcessed(
            String call, String step, String table, int times) {
        fixture.dynamoDb.failAt(call + " a");
        fixture.queue.gives("a").gives("b");

        RunSummary summary = fixture.run();

        assertThat(summary.processed()).isEqualTo(1);
        assertThat(fixture.facts.all(Event.Failed.class))
                .containsExactly(new Event.Failed("a", "a", step, "table " + table + ": the table is down"));
        assertThat(fixture.dynamoDb.timesPerformed("a")).isEqualTo(times);
        assertThat(fixture.calls).contains("delete b").doesNotContain("delete a");
    }

    @Test
    void aLookThatFailsIsNotTakenForNothingFound() {
        fixture.dynamoDb.failAt("perform a");
        fixture.queue.gives("a");
        fixture.batchHandler().handle(List.of(Samples.message("a"))); // so that the next start is not the first
        fixture.calls.clear();
        fixture.dynamoDb.failAt("look a");

        fixture.run();

        assertThat(fixture.calls).startsWith("receive 1 within 10 s", "start a", "look a", "receive 1 within 10 s");
        assertThat(fixture.facts.all(Event.Failed.class))
                .last()
                .isEqualTo(
                        new Event.Failed("a", "a", "looking for the effect", "table effects-table: the table is down"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"start", "perform", "complete"})
    void onceItRecoversTheRedeliveryEndsWithTheEffectPerformedOnce(String call) {
        BatchHandler batches = fixture.batchHandler();
        fixture.dynamoDb.failAt(call);
        batches.handle(List.of(Samples.message("a")));
        fixture.dynamoDb.recover();

        int processed = batches.handle(List.of(Samples.message("a")));

        assertThat(processed).isEqualTo(1);
        assertThat(fixture.dynamoDb.timesPerformed("a")).isEqualTo(1);
        assertThat(fixture.calls).endsWith("complete a", "delete r-1");
    }
}
