package dev.queuelab.runner.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.queuelab.core.history.Event;
import dev.queuelab.scenarios.kit.Catalogue;
import dev.queuelab.scenarios.kit.Pace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * The short scenarios, each played once; and their runs judged again: as they came out, or otherwise once somebody has
 * changed what was recorded.
 */
@ExtendWith(SharedProject.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@PlaysMany
class ShortScenariosIT {
    private static final int MANY = 10;

    private final Project project;
    private final Path temp;
    private String output = "";

    ShortScenariosIT(Project project, @TempDir Path temp) {
        this.project = project;
        this.temp = temp;
    }

    private static List<String> names() {
        return Catalogue.all().stream()
                .filter(entry -> entry.pace() == Pace.SHORT)
                .map(Catalogue.Entry::name)
                .toList();
    }

    @BeforeAll
    void playAll() {
        // Two at a time: other tests play meanwhile.
        output = PlayedAgain.SCENARIOS.output(play(2, List.of("--short")), names -> play(1, names));
    }

    private Program play(int jobs, List<String> which) {
        return project.runner(
                temp,
                Stream.concat(Stream.of("run", "--jobs=" + jobs), which.stream())
                        .toArray(String[]::new));
    }

    @Test
    void everyOnePasses() {
        assertThat(names())
                .allSatisfy(name -> assertThat(output)
                        .contains("PASS " + name + " in ")
                        .containsPattern("\nscenario +verdict .*(\n.*)*\n" + name + " +PASS +[0-9.]+ +[0-9]+ .*"));
    }

    @Test
    void everyOneIsJudgedAgainAsItCameOut() {
        assertThat(Run.all(temp.resolve("runs")))
                .hasSizeGreaterThanOrEqualTo(names().size())
                .allSatisfy(Run::isJudgedAgainAsItCameOut);
        assertThat(project.runner(temp, "check", folderOf("happy").toString()).exitsWith(0))
                .contains("PASS      histories complete", "PASS      nothing lost", "PASS, the same as the run itself");
    }

    @Test
    void dupDeliversAgainAndStillWorksOnce() {
        project.runner(temp, "dup", "--count=" + MANY, "--run-dir=many").exitsWith(0);
        Run dup = Run.latest(temp.resolve("many"));

        Map<String, Long> received = dup.facts(Event.Received.class).stream()
                .collect(Collectors.groupingBy(Event.Received::id, Collectors.counting()));
        assertThat(received).hasSize(MANY).containsValue(2L);
        assertThat(dup.facts(Event.EffectPerformed.class))
                .hasSize(MANY)
                .allSatisfy(effect -> assertThat(effect.timesPerformed()).isEqualTo(1));
    }

    @Test
    void aRemovedDeletionIsFound() throws IOException {
        Path copy = copyOf("poison-partial-batch", "no-deletion");
        change(copy.resolve("history/consumer-1.jsonl"), text -> text.replaceFirst("[^\n]*\"deleted\"[^\n]*\n", ""));

        assertThat(project.runner(temp, "check", copy.toString()).exitsWith(1))
                .contains(
                        "FAIL      histories complete: events are missing, or there twice, in the history of consumer-1",
                        "FAIL      good deleted at first sight",
                        "FAIL; the run itself was PASS");
    }

    @Test
    void aSecondEffectIsFound() throws IOException {
        Path copy = copyOf("happy", "second-effect");
        change(
                copy.resolve("evidence.json"),
                text -> text.replaceFirst("\"timesPerformed\" : 1", "\"timesPerformed\" : 2"));

        assertThat(project.runner(temp, "check", copy.toString()).exitsWith(1))
                .contains("FAIL      effects performed once: 1 performed more than once");
    }

    @Test
    void aRunThatEndedBeforeItsChecksIsNotJudged() throws IOException {
        Path copy = copyOf("happy", "no-evidence");
        Files.delete(copy.resolve("evidence.json"));

        assertThat(project.runner(temp, "check", copy.toString()).exitsWith(3))
                .contains("It cannot be judged again", "there is no evidence.json");
    }

    @Test
    void aRunWhoseOptionsAreMissingIsNotJudged() throws IOException {
        Path copy = copyOf("happy", "no-options");
        change(copy.resolve("run.json"), text -> text.replace("\"options\"", "\"other\""));

        assertThat(project.runner(temp, "check", copy.toString()).exitsWith(3))
                .contains("run.json could not be read", "options");
    }

    private Path folderOf(String scenario) {
        return Run.all(temp.resolve("runs")).stream()
                .filter(run -> run.json("run.json").path("scenario").asText().equals(scenario))
                .findFirst()
                .orElseThrow()
                .folder();
    }

    private Path copyOf(String scenario, String name) throws IOException {
        Path from = folderOf(scenario);
        Path to = temp.resolve(name);
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file)));
            }
        }
        return to;
    }

    private static void change(Path file, UnaryOperator<String> how) throws IOException {
        String before = Files.readString(file);
        String after = how.apply(before);
        assertThat(after).isNotEqualTo(before);
        Files.writeString(file, after);
    }
}
