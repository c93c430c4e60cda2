package dev.queuelab.runner.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.queuelab.core.history.Event;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code dist/} works wherever it was moved to, from any folder, whatever the shell's variables are. */
class MovedDistIT {
    /** Variables that would break a run, were the children to inherit them. */
    private static final Map<String, String> HOSTILE = Map.ofEntries(
            Map.entry("CRASH_RATE", "1"),
            Map.entry("CRASH_AFTER_RECEIVE", "1"),
            Map.entry("MESSAGE_LIMIT", "nonsense"),
            Map.entry("QUEUE_URL", "http://127.0.0.1:9/elsewhere"),
            Map.entry("AWS_PROFILE", "nosuch"),
            Map.entry("AWS_REGION", "mars"),
            Map.entry("AWS_SESSION_TOKEN", "stale"),
            Map.entry("AWS_ENDPOINT_URL", "http://127.0.0.1:9"),
            Map.entry("AWS_ENDPOINT_URL_SQS", "http://127.0.0.1:9"),
            Map.entry("AWS_ENDPOINT_URL_DYNAMODB", "http://127.0.0.1:9"),
            Map.entry("JAVA_TOOL_OPTIONS", "-Dof.no.importance=1"),
            Map.entry("TERM", "dumb"),
            Map.entry("PATH", "/nowhere"));

    @Test
    void happyPassesWithTheFewestCalls(@TempDir Path temp) throws IOException {
        Project moved = Project.in(temp.resolve("a moved project"));
        Path elsewhere = Files.createDirectory(temp.resolve("else where"));
        ProcessBuilder plain = new ProcessBuilder(
                        Project.java(), "-jar", moved.jar("runner").toString(), "happy", "--count=4")
                .directory(elsewhere.toFile());
        plain.environment().putAll(HOSTILE);
        plain.environment().remove("HOME");

        String output = Program.start(plain).exitsWith(0);

        Run run = Run.latest(elsewhere.resolve("runs"));
        assertThat(output)
                .contains(
                        "Queue Lab on a sandbox for this run",
                        "PASS happy in ",
                        "runs/" + run.folder().getFileName())
                .doesNotContain("\u001b");
        assertThat(moved.folder()).isDirectoryContaining("glob:**/dist").isDirectoryNotContaining("glob:**/.*");
        assertThat(run.json("run.json").path("command").toString()).isEqualTo("[\"happy\",\"--count=4\"]");
        assertThat(run.verdict().path("verdict").asText()).isEqualTo("PASS");
        assertThat(run.folder().resolve("logs")).isDirectoryContaining("glob:**/consumer-1.log");
        assertThat(run.facts(Event.Sent.class)).hasSize(4);
        assertThat(run.facts(Event.Stopped.class).stream().map(Event.Stopped::calls))
                .filteredOn(calls -> calls.containsKey("Sqs.ReceiveMessage"))
                .singleElement()
                .satisfies(calls -> assertThat(calls)
                        .containsEntry("DynamoDb.DescribeTable", 2L)
                        .containsEntry("DynamoDb.UpdateItem", 3 * 4L)
                        .containsEntry("Sqs.DeleteMessage", 4L)
                        .containsOnlyKeys(
                                "DynamoDb.DescribeTable",
                                "DynamoDb.UpdateItem",
                                "Sqs.DeleteMessage",
                                "Sqs.ReceiveMessage")
                        .hasEntrySatisfying(
                                "Sqs.ReceiveMessage", polls -> assertThat(polls).isGreaterThanOrEqualTo(4L)));
    }
}
