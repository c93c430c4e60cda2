package dev.queuelab.runner.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.queuelab.scenarios.kit.Catalogue;
import dev.queuelab.scenarios.kit.Pace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A run is judged again from its folder: as it came out, or otherwise once somebody has changed what it recorded. */
@ExtendWith(SharedProject.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CheckRunIT {
    private static final int SIDE_BY_SIDE = 3;

    private final Project project;
    private final Path temp;
    private final List<Program> programs;

    CheckRunIT(Project project, @TempDir Path temp) {
        this.project = project;
        this.temp = temp;
        List<String> names = Catalogue.all().stream()
                .filter(entry -> entry.pace() == Pace.SHORT)
                .map(Catalogue.Entry::name)
                .toList();
        this.programs = IntStream.range(0, SIDE_BY_SIDE)
                .mapToObj(part -> everyNth(names, part))
                .map(some -> project.runner(
                        temp,
                        Stream.concat(Stream.of("run", "--run-dir=runs"), some.stream())
                                .toArray(String[]::new)))
                .toList();
    }

    private static List<String> everyNth(List<String> names, int part) {
        return IntStream.range(0, names.size())
                .filter(place -> place % SIDE_BY_SIDE == part)
                .mapToObj(names::get)
                .toList();
    }

    @AfterAll
    void endThoseThatAreLeft() {
        programs.forEach(Program::close);
    }

    @Test
    void everyShortScenarioIsJudgedAgainAsItCameOut() {
        List<Run> runs = played();

        assertThat(runs).hasSizeGreaterThanOrEqualTo(10).allSatisfy(Run::isJudgedAgainAsItCameOut);
        assertThat(project.runner(temp, "check", folderOf("happy").toString()).exitsWith(0))
                .contains("PASS      histories complete", "PASS      nothing lost", "PASS, the same as the run itself");
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

    /** However they came out: on a machine that is busy, one may have ended before its checks, and is left out. */
    private List<Run> played() {
        programs.forEach(Program::exitCode);
        return Run.all(temp.resolve("runs")).stream()
                .filter(run -> Files.exists(run.folder().resolve("evidence.json")))
                .toList();
    }

    private Path folderOf(String scenario) {
        return played().stream()
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
