package dev.queuelab.runner.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.queuelab.core.history.Event;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Reports and histories of real runs. */
@ExtendWith(SharedProject.class)
class ReportIT {
    /** A dup on an idle machine takes no longer. */
    private static final int MILLIS_OF_A_DUP = 5_000;

    private final Project project;
    private final Path temp;

    ReportIT(Project project, @TempDir Path temp) {
        this.project = project;
        this.temp = temp;
    }

    @Test
    void aSuiteLeavesAReportOfEachPlayAndAnOverview() throws IOException {
        project.runner(temp, "run", "happy", "crash").exitsWith(0);

        for (Run run : Run.all(temp.resolve("runs"))) {
            JsonNode data = dataOf(run.folder().resolve("report.html"));
            assertThat(data.path("outcome").path("verdict").asText()).isEqualTo("PASS");
            assertThat(data.path("run").path("again").asText())
                    .startsWith("java -jar dist/runner.jar ")
                    .contains("--seed=");
            assertThat(data.path("run").path("commit").asText()).isNotEmpty().doesNotContain("$");
            assertThat(data.path("steps")).isNotEmpty();
            assertThat(data.path("series").path("sampled").path("t")).hasSizeGreaterThan(3);
            assertThat(data.path("queue").path("visibilityTimeoutSeconds").asInt())
                    .isEqualTo(2);
        }
        assertThat(project.runner(temp, "report", "--suite").exitsWith(0)).contains("overview.html");
        JsonNode overview = dataOf(temp.resolve("runs/overview.html"));
        assertThat(overview.path("suite").path("plays").asInt()).isEqualTo(2);
        assertThat(overview.path("runs"))
                .hasSize(2)
                .allSatisfy(play -> assertThat(
                                temp.resolve("runs").resolve(play.path("href").asText()))
                        .isRegularFile());
        lifeOfTheMessageThatCrashed();
        theGuideNamesEveryFile(Run.latest(temp.resolve("runs")).folder());
    }

    private static void theGuideNamesEveryFile(Path folder) throws IOException {
        String guide = Files.readString(Path.of("../docs/report.md"));
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .hasSize(9)
                    .allSatisfy(name -> assertThat(guide).containsPattern("`" + Pattern.quote(name) + "/?`"));
        }
    }

    private void lifeOfTheMessageThatCrashed() {
        Run crash = Run.all(temp.resolve("runs")).stream()
                .filter(run -> run.folder().toString().endsWith("-crash"))
                .findFirst()
                .orElseThrow();
        String id = crash.facts(Event.Crashed.class).get(0).id();

        String life = project.runner(temp, "history", crash.folder().toString(), "--message", id.substring(0, 13))
                .exitsWith(0);

        assertThat(life)
                .containsSubsequence(
                        "producer-1 Sent[id=" + id,
                        "consumer-1 Crashed[",
                        "consumer-2 Received[",
                        "consumer-2 Deleted[");
        assertThat(life.lines().filter(line -> !line.endsWith(" events"))).allMatch(line -> line.contains(id));
        assertThat(project.runner(temp, "history", crash.folder().toString(), "--message", "nobody")
                        .exitsWith(2))
                .contains("has no message 'nobody': it has ", id);
    }

    @RepeatedTest(3)
    void aRunKilledAtARandomMomentHasAReadableReport(RepetitionInfo repetition) throws IOException {
        SplittableRandom random = new SplittableRandom(repetition.getCurrentRepetition());
        try (Program dup = project.runner(temp, "dup")) {
            Path latest = temp.resolve("runs/latest");
            await().atMost(Duration.ofMinutes(1)).until(() -> Files.exists(latest));
            long moment = System.nanoTime() + random.nextLong(MILLIS_OF_A_DUP) * 1_000_000;
            await().atMost(Duration.ofMinutes(1))
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> System.nanoTime() >= moment);
            dup.kill();
            dup.exitCode();
        }

        project.runner(temp, "report").exitsWith(0);

        Run run = Run.latest(temp.resolve("runs"));
        JsonNode data = dataOf(run.folder().resolve("report.html"));
        assertThat(data.path("run").path("scenario").asText()).isEqualTo("dup");
        assertThat(data.path("counts").path("events").asInt())
                .isEqualTo(run.history().entries().size());
        if (!Files.exists(run.folder().resolve("verdict.json"))) {
            assertThat(data.path("outcome")).isEmpty();
            assertThat(data.path("notes")).isNotEmpty();
        }
    }

    @Test
    void whatIsNoRunIsRefusedByName() {
        assertThat(project.runner(temp, "report").exitsWith(2)).contains("runs/latest is not a run folder");
        assertThat(project.runner(temp, "report", "--suite").exitsWith(2)).contains("is not a folder of runs");
        assertThat(project.runner(temp, "report", "--compare", "here").exitsWith(2))
                .contains("--compare");
    }

    private static JsonNode dataOf(Path page) throws IOException {
        String html = Files.readString(page);
        int begin = html.indexOf("id=\"data\">") + "id=\"data\">".length();
        return new ObjectMapper().readTree(html.substring(begin, html.indexOf("</script>", begin)));
    }
}
