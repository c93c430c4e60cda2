package dev.queuelab.runner.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.queuelab.core.history.Event;
import dev.queuelab.scenarios.kit.Catalogue;
import dev.queuelab.scenarios.kit.Pace;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Scenarios whose consumers work on eight messages at once and delete them by one call. */
@ExtendWith(SharedProject.class)
@PlaysMany
class ConcurrencyIT {
    private static final String AT_ONCE = "--set=CONCURRENCY=8";
    private static final String TOGETHER = "--set=DELETE_BATCH_SIZE=10";

    /** Eight messages are in hand at once, and must be done before they are visible again. */
    private static final String FOR_BUSY_MACHINES = "--visibility-timeout=5";

    /** Each message meets one broken call of its own, so a call that deletes several cannot be the one. */
    private static final String OF_SINGLE_CALLS = "dup-lost-reply";

    private final Project project;
    private final Path temp;

    ConcurrencyIT(Project project, @TempDir Path temp) {
        this.project = project;
        this.temp = temp;
    }

    @Test
    void theShortScenariosHold() {
        List<String> names = Catalogue.all().stream()
                .filter(entry -> entry.pace() == Pace.SHORT)
                .map(Catalogue.Entry::name)
                .filter(name -> !name.equals(OF_SINGLE_CALLS))
                .toList();

        String output = PlayedAgain.SCENARIOS.output(
                play(2, names, AT_ONCE, TOGETHER), some -> play(1, some, AT_ONCE, TOGETHER));

        assertThat(names).allSatisfy(name -> assertThat(output).contains("PASS " + name + " in "));
        assertThat(Run.all(temp.resolve("runs")))
                .hasSizeGreaterThanOrEqualTo(names.size())
                .allSatisfy(Run::isJudgedAgainAsItCameOut);
    }

    @Test
    void theScenarioOfSingleCallsHoldsToo() {
        play(1, List.of(OF_SINGLE_CALLS), AT_ONCE).exitsWith(0);
    }

    private Program play(int jobs, List<String> names, String... options) {
        return project.runner(
                temp,
                Stream.of(Stream.of("run", "--jobs=" + jobs, FOR_BUSY_MACHINES), Stream.of(options), names.stream())
                        .flatMap(words -> words)
                        .toArray(String[]::new));
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
