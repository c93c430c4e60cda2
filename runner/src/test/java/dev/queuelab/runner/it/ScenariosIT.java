package dev.queuelab.runner.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.queuelab.core.history.Event;
import dev.queuelab.scenarios.kit.Catalogue;
import dev.queuelab.scenarios.kit.Control;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The stories and their controls; since these mostly wait, they run side by side, each on a sandbox of its own. */
@ExtendWith(SharedProject.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScenariosIT {
    private static final int MANY = 10;

    /** Those whose controls are tried here, so that this test takes no longer as stories are added. */
    private static final List<String> QUICK = List.of("crash", "dup", "happy", "poison");

    private final Path temp;
    private final Program controls;
    private final Program dup;
    private final Program crashAndPoison;

    ScenariosIT(Project project, @TempDir Path temp) {
        this.temp = temp;
        controls = project.runner(
                temp,
                Stream.concat(Stream.of("controls", "--run-dir=controls"), QUICK.stream())
                        .toArray(String[]::new));
        dup = project.runner(temp, "dup", "--count=" + MANY, "--run-dir=dup");
        crashAndPoison = project.runner(temp, "run", "crash", "poison", "--run-dir=both");
    }

    @AfterAll
    void endThoseThatAreLeft() {
        controls.close();
        dup.close();
        crashAndPoison.close();
    }

    @Test
    void dupDeliversAgainAndStillWorksOnce() {
        String output = dup.exitsWith(0);

        assertThat(output).contains("PASS dup in ").containsPattern("redelivery seen: \\d+ of 10 received more than");
        Run run = Run.latest(temp.resolve("dup"));
        Map<String, Long> received = run.facts(Event.Received.class).stream()
                .collect(Collectors.groupingBy(Event.Received::id, Collectors.counting()));
        assertThat(received).hasSize(MANY).containsValue(2L);
        assertThat(run.facts(Event.EffectPerformed.class))
                .hasSize(MANY)
                .allSatisfy(effect -> assertThat(effect.timesPerformed()).isEqualTo(1));
    }

    @Test
    void severalStoriesRunOneAfterTheOther() {
        String output = crashAndPoison.exitsWith(0);

        assertThat(output)
                .containsSubsequence("PASS crash in ", "PASS poison in ")
                .containsPattern(
                        "\nscenario +verdict .*\ncrash +PASS +[0-9.]+ +3 .*\npoison +PASS .*\n2 of 2 scenarios passed");
        assertThat(Run.all(temp.resolve("both")))
                .extracting(run -> run.verdict().path("scenario").asText())
                .containsExactlyInAnyOrder("crash", "poison");
    }

    @Test
    void everyControlBreaksExactlyWhatItNames() {
        String output = controls.exitsWith(0);

        int matrix = output.lastIndexOf("\n\n");
        String summary = output.substring(output.lastIndexOf("\n\n", matrix - 1), matrix);
        List<Catalogue.Entry> entries = Catalogue.all().stream()
                .filter(entry -> QUICK.contains(entry.name()))
                .toList();
        for (Catalogue.Entry entry : entries) {
            for (Control control : entry.create().get().controls()) {
                assertThat(summary)
                        .containsPattern("\nPASS +" + entry.name() + ", control " + control.name() + ": broke \""
                                + String.join("\", \"", control.breaks()) + "\", as it must");
            }
        }
        assertThat(output.substring(matrix))
                .containsPattern("\nwithout +broke\n")
                .containsPattern("\nACKNOWLEDGE=before +crash, poison\n")
                .containsPattern("\nIDEMPOTENCY=none +dup(\n|$)");
        assertThat(Run.all(temp.resolve("controls")))
                .allSatisfy(run ->
                        assertThat(run.verdict().path("verdict").asText()).isEqualTo("FAIL"));
    }
}
