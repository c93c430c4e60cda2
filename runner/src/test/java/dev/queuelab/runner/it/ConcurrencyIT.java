package dev.queuelab.runner.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.queuelab.core.history.Event;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scenarios whose consumers work on eight messages at once and delete them by one call. */
@ExtendWith(SharedProject.class)
class ConcurrencyIT {
    private static final String AT_ONCE = "--set=CONCURRENCY=8";
    private static final String TOGETHER = "--set=DELETE_BATCH_SIZE=10";

    /** Eight messages are in hand at once, and must be done before they are visible again. */
    private static final String FOR_BUSY_MACHINES = "--visibility-timeout=5";

    private final Project project;
    private final Path temp;

    ConcurrencyIT(Project project, @TempDir Path temp) {
        this.project = project;
        this.temp = temp;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "business",
                "dup-graceful-shutdown",
                "dup-heartbeat",
                "dup-race",
                "dup-side-effects",
                "dup-zombie",
                "fifo-order",
                "fifo-poison",
                "poison-partial-batch"
            })
    void theScenarioHolds(String scenario) {
        project.runner(temp, scenario, AT_ONCE, TOGETHER, FOR_BUSY_MACHINES).exitsWith(0);

        Run.latest(temp.resolve("runs")).isJudgedAgainAsItCameOut();
    }

    @Test
    void manyMessagesCostFewCallsAndTheGatewaySeesTheSame() {
        int count = 100;

        String output = project.runner(
                        temp, "happy", "--count=" + count, "--gateway", "--set=MAX_MESSAGES=10", AT_ONCE, TOGETHER)
                .exitsWith(0);

        assertThat(output).contains("PASS      histories agree with the calls");
        Map<String, Long> calls = Run.latest(temp.resolve("runs")).facts(Event.Stopped.class).stream()
                .map(Event.Stopped::calls)
                .filter(counts -> counts.containsKey("Sqs.DeleteMessageBatch"))
                .findFirst()
                .orElseThrow();
        assertThat(calls).containsEntry("DynamoDb.UpdateItem", 3L * count).doesNotContainKey("DynamoDb.GetItem");
        assertThat(calls.get("Sqs.DeleteMessageBatch") + calls.getOrDefault("Sqs.DeleteMessage", 0L))
                .as("deletions by one call, where several messages were done")
                .isLessThan(count / 2);
    }
}
