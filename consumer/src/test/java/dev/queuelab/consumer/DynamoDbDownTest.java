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
    private final Bench bench = new Bench();

    @ParameterizedTest
    @CsvSource({
        "start, recording the start, 0",
        "perform, performing the effect, 0",
        "complete, recording the completion, 1",
    })
    void theMessageStaysWithTheReasonRecordedAndTheNextOneIsProcessed(String call, String step, int times) {
        bench.dynamoDb.failAt(call + " a");
        bench.queue.gives("a").gives("b");

        Summary summary = bench.run();

        assertThat(summary.processed()).isEqualTo(1);
        assertThat(bench.facts.all(Event.Failed.class))
                .containsExactly(new Event.Failed("a", "a", step, "the table is down"));
        assertThat(bench.dynamoDb.timesPerformed("a")).isEqualTo(times);
        assertThat(bench.calls).contains("delete b").doesNotContain("delete a");
    }

    @Test
    void aLookThatFailsIsNotTakenForNothingFound() {
        bench.dynamoDb.failAt("perform a");
        bench.queue.gives("a");
        bench.batchHandler().handle(List.of(Samples.message("a"))); // so that the next start is not the first
        bench.calls.clear();
        bench.dynamoDb.failAt("look a");

        bench.run();

        assertThat(bench.calls).startsWith("receive 1 within 10 s", "start a", "look a", "receive 1 within 10 s");
        assertThat(bench.facts.all(Event.Failed.class))
                .last()
                .isEqualTo(new Event.Failed("a", "a", "looking for the effect", "the table is down"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"start", "perform", "complete"})
    void onceItRecoversTheRedeliveryEndsWithTheEffectPerformedOnce(String call) {
        BatchHandler batches = bench.batchHandler();
        bench.dynamoDb.failAt(call);
        batches.handle(List.of(Samples.message("a")));
        bench.dynamoDb.recover();

        int processed = batches.handle(List.of(Samples.message("a")));

        assertThat(processed).isEqualTo(1);
        assertThat(bench.dynamoDb.timesPerformed("a")).isEqualTo(1);
        assertThat(bench.calls).endsWith("complete a", "delete r-1");
    }
}
