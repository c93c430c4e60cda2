package dev.queuelab.runner.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.queuelab.core.history.Event;
import dev.queuelab.report.results.JUnitSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Scenarios that one command runs at the same time. */
@ExtendWith(SharedProject.class)
class SideBySideIT {
    private static final List<String> FOUR = List.of("version-order", "poison", "happy", "poison-partial-batch");
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final Project project;
    private final Path temp;

    SideBySideIT(Project project, @TempDir Path temp) {
        this.project = project;
        this.temp = temp;
    }

    @Test
    void scenariosThatShareAStackTakeTurnsAndOthersDoNot() throws Exception {
        Program program = project.runner(
                temp,
                "run",
                FOUR.get(0),
                FOUR.get(1),
                FOUR.get(2),
                FOUR.get(3),
                "--jobs=3",
                "--junit-xml=j.xml",
                "--json=r.json");
        awaitReceiving(2);
        List<ProcessHandle> children = program.children();
        String output = program.exitsWith(0);

        assertThat(children).noneMatch(ProcessHandle::isAlive);
        assertThat(blocks(output)).containsExactlyInAnyOrderElementsOf(FOUR);
        assertThat(titles(cases())).containsExactlyElementsOf(FOUR);
        JsonNode plays = json("r.json").path("plays");
        assertThat(plays).extracting(play -> play.path("scenario").asText()).containsExactlyElementsOf(FOUR);
        assertThat(overlap(plays.path(1), plays.path(3)))
                .as("both on the stack poison")
                .isFalse();
        assertThat(overlap(plays.path(0), plays.path(1)) || overlap(plays.path(0), plays.path(3)))
                .as("on stacks of their own")
                .isTrue();
        assertThat(project.runner(temp, "report", "--suite").exitsWith(0)).contains("overview.html");
    }

    @Test
    void anInterruptionEndsAllThatGoOnAndNamesThem() throws Exception {
        assumeThat(Program.interruptIsIgnored())
                .as("who started these tests ignores SIGINT, and so do their children")
                .isFalse();
        Program program =
                project.runner(temp, "run", "dup", "crash", "dup-side-effects", "--jobs=2", "--junit-xml=j.xml");
        awaitReceiving(2);
        List<ProcessHandle> children = program.children();

        program.interrupt();

        assertThat(program.exitCode()).isEqualTo(130);
        await("the end of " + children)
                .atMost(LIMIT)
                .until(() -> children.stream().noneMatch(ProcessHandle::isAlive));
        assertThat(Run.all(temp.resolve("runs"))).hasSize(2);
        NodeList cases = cases();
        assertThat(IntStream.range(0, cases.getLength()).mapToObj(place -> problem((Element) cases.item(place))))
                .as("dup, whose stack is in use, then crash and dup-side-effects")
                .containsExactly("skipped: ", "error: interrupted", "error: interrupted");
        assertThat(program.output()).doesNotContain("scenarios passed");
    }

    /** Waits until consumers of so many runs have received something. */
    private void awaitReceiving(int runs) {
        await().atMost(LIMIT)
                .until(() -> Files.isDirectory(temp.resolve("runs"))
                        && Run.all(temp.resolve("runs")).stream()
                                        .filter(run ->
                                                Files.isDirectory(run.folder().resolve("history")))
                                        .filter(run ->
                                                !run.facts(Event.Received.class).isEmpty())
                                        .count()
                                >= runs);
    }

    /** The scenarios in the order of their blocks, each of which has the lines of one scenario alone. */
    private static List<String> blocks(String output) {
        String runs = output.substring(output.indexOf('\n') + 1, output.indexOf("\nscenario "));
        return List.of(runs.strip().split("\n\n")).stream()
                .map(block -> {
                    String name = block.substring(0, block.indexOf(':'));
                    assertThat(block).startsWith(name + ": ").containsOnlyOnce("PASS " + name + " in ");
                    assertThat(block.lines().filter(line -> line.matches("[A-Z]+ .* in .*")))
                            .hasSize(1);
                    return name;
                })
                .toList();
    }

    private static boolean overlap(JsonNode one, JsonNode other) {
        return begin(one).isBefore(end(other)) && begin(other).isBefore(end(one));
    }

    private static Instant begin(JsonNode play) {
        return Instant.parse(new Run(Path.of(play.path("folder").asText()))
                .json("run.json")
                .path("begun")
                .asText());
    }

    private static Instant end(JsonNode play) {
        return begin(play).plusMillis(Math.round(play.path("seconds").asDouble() * 1000));
    }

    private static List<String> titles(NodeList cases) {
        return IntStream.range(0, cases.getLength())
                .mapToObj(place -> ((Element) cases.item(place)).getAttribute("name"))
                .toList();
    }

    /** What is first in a case, and its message; of a run that was skipped that follows from its place. */
    private static String problem(Element testCase) {
        Element first = (Element) testCase.getElementsByTagName("*").item(0);
        String message = first.getAttribute("message");
        return first.getNodeName() + ": " + (message.startsWith("not run") ? "" : message);
    }

    private NodeList cases() throws Exception {
        return JUnitSchema.read(Files.readString(temp.resolve("j.xml"))).getElementsByTagName("testcase");
    }

    private JsonNode json(String file) throws IOException {
        return new ObjectMapper().readTree(temp.resolve(file).toFile());
    }
}
