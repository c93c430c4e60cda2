package dev.queuelab.runner.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.queuelab.core.history.Event;
import dev.queuelab.report.results.JUnitSchema;
import dev.queuelab.report.results.ResultsSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** What real commands leave for machines, however they end. */
@ExtendWith(SharedProject.class)
class ResultsIT {
    private final Project project;
    private final Path temp;

    ResultsIT(Project project, @TempDir Path temp) {
        this.project = project;
        this.temp = temp;
    }

    @Test
    void aRunIsReadByACiServerAProgramAndAJobsPage() throws Exception {
        Path summary = Files.writeString(temp.resolve("summary.md"), "Before.");
        Map<String, String> variables = Map.of("GITHUB_STEP_SUMMARY", summary.toString());

        String output = project.runner(
                        temp,
                        variables,
                        "run",
                        "crash",
                        "poison",
                        "--seed=7",
                        "--junit-xml=out/junit.xml",
                        "--json=out/results.json")
                .exitsWith(0);

        Element suite = suite(temp.resolve("out/junit.xml"));
        assertThat(suite.getAttribute("tests")).isEqualTo("2");
        assertThat(suite.getElementsByTagName("failure").getLength()).isZero();
        JsonNode results = results(temp.resolve("out/results.json"));
        assertThat(results.path("verdict").asText()).isEqualTo("PASS");
        assertThat(results.path("seed").asInt()).isEqualTo(7);
        assertThat(results.path("unplayed")).isEmpty();
        assertThat(results.path("plays")).hasSize(2).allSatisfy(play -> {
            Run run = new Run(Path.of(play.path("folder").asText()));
            JsonNode counts = play.path("counts");
            assertThat(run.folder().resolve("report.html")).isRegularFile();
            assertThat(play.path("checks")).isEqualTo(run.verdict().path("checks"));
            assertThat(counts.path("messages").asInt())
                    .isEqualTo(run.facts(Event.Sent.class).size());
            assertThat(counts.path("redeliveries").asInt()).isPositive();
        });
        assertThat(results.path("plays")
                        .path(1)
                        .path("counts")
                        .path("deadLetters")
                        .asInt())
                .isEqualTo(2);
        assertThat(Files.readString(summary))
                .startsWith("Before.\n\n### Queue Lab, run: 2 of 2 passed\n")
                .containsPattern("\n\\| crash \\| PASS \\| [0-9.]+ \\| 3 \\|");
        assertThat(output).containsPattern("\nscenario +verdict +seconds +messages +redeliveries +effects +findings\n");
    }

    @Test
    void aRunThatIsKilledHasLeftWhatItHadPlayed() throws Exception {
        try (Program run = project.runner(
                temp, "run", "happy", "dup", "crash", "--jobs=1", "--junit-xml=j.xml", "--json=r.json")) {
            run.awaitLine("dup: Work ").kill();
            run.exitCode();
        }

        JsonNode results = results(temp.resolve("r.json"));
        assertThat(results.path("verdict").asText()).isEqualTo("UNKNOWN");
        assertThat(results.path("plays"))
                .singleElement()
                .satisfies(play -> assertThat(play.path("scenario").asText()).isEqualTo("happy"));
        assertThat(results.path("unplayed").toString()).isEqualTo("[{\"scenario\":\"dup\"},{\"scenario\":\"crash\"}]");
        Element suite = suite(temp.resolve("j.xml"));
        assertThat(suite.getAttribute("errors")).isEqualTo("1");
        assertThat(suite.getAttribute("skipped")).isEqualTo("1");
    }

    @Test
    void whereTheEnvironmentIsMissingTheResultsSayWhyNothingWasPlayed() throws Exception {
        Files.writeString(temp.resolve("r.json"), "of an earlier run");

        project.runner(temp, "happy", "--outputs=nowhere.json", "--json=r.json", "--junit-xml=j.xml")
                .exitsWith(3);

        JsonNode results = results(temp.resolve("r.json"));
        assertThat(results.path("trouble").asText()).contains("nowhere.json");
        assertThat(results.path("plays")).isEmpty();
        Element error = (Element)
                suite(temp.resolve("j.xml")).getElementsByTagName("error").item(0);
        assertThat(error.getAttribute("message")).contains("nowhere.json");
    }

    @Test
    void controlsLeaveTheirMatrixBesideTheRuns() throws Exception {
        String output = project.runner(temp, "controls", "crash").exitsWith(0);

        JsonNode results = results(temp.resolve("runs/controls.json"));
        JsonNode control = results.path("plays").path(0).path("control");
        assertThat(results.path("verdict").asText()).isEqualTo("PASS");
        assertThat(control.path("outcome").asText()).isEqualTo("broke");
        assertThat(control.path("held").toString()).contains("nothing unexpected");
        assertThat(Files.readString(temp.resolve("runs/controls.md")))
                .contains("| without | ACKNOWLEDGE=before |\n|---|---|\n| crash | broke: nothing lost |\n");
        assertThat(output).endsWith("\nwithout  ACKNOWLEDGE=before\ncrash    broke");
    }

    private static JsonNode results(Path file) throws IOException {
        String text = Files.readString(file);
        assertThat(ResultsSchema.objectionsTo(text)).isEmpty();
        return new ObjectMapper().readTree(text);
    }

    private static Element suite(Path file) throws Exception {
        Document document = JUnitSchema.read(Files.readString(file));
        return (Element) document.getElementsByTagName("testsuite").item(0);
    }
}
