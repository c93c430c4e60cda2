package dev.queuelab.runner.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.queuelab.scenarios.kit.Catalogue;
import dev.queuelab.scenarios.kit.Control;
import dev.queuelab.scenarios.kit.Pace;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Every control of every scenario, whichever there are. */
@ExtendWith(SharedProject.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@PlaysMany
class ControlsIT {
    private final Project project;
    private final Path temp;
    private String output = "";

    ControlsIT(Project project, @TempDir Path temp) {
        this.project = project;
        this.temp = temp;
    }

    @BeforeAll
    void playAll() {
        // Two at a time: other tests play scenarios meanwhile, and some controls are about how much is done in a short
        // time.
        output = PlayedAgain.CONTROLS.output(play(2, List.of()), names -> play(1, names));
    }

    private Program play(int jobs, List<String> names) {
        return project.runner(
                temp,
                Stream.concat(Stream.of("controls", "--jobs=" + jobs), names.stream())
                        .toArray(String[]::new));
    }

    @Test
    void eachBreaksExactlyWhatItNames() {
        for (Catalogue.Entry entry : Catalogue.all()) {
            List<Control> controls = entry.create().get().controls();
            // What a program that is not ours does wrong, no knob of our consumer does.
            assertThat(controls.isEmpty() && entry.pace() != Pace.CONFORMANCE)
                    .as(entry.name() + " has no control")
                    .isFalse();
            assertThat(controls)
                    .allSatisfy(control -> assertThat(output)
                            .as(entry.name() + ", " + control.name())
                            .containsPattern(line(entry, control)));
        }
    }

    /** What the sandbox does not do by itself, the gateway does. */
    private static String line(Catalogue.Entry entry, Control control) {
        String breaks = String.join("\", \"", control.breaks().stream().sorted().toList());
        return "\nPASS +" + entry.name() + ", control " + control.name() + ": broke \"" + breaks + "\", as it must";
    }

    @Test
    void theirRunsAreJudgedAgainAsTheyCameOut() {
        assertThat(Run.all(temp.resolve("runs")))
                .hasSizeGreaterThanOrEqualTo(Catalogue.all().size())
                .allSatisfy(Run::isJudgedAgainAsItCameOut);
    }

    @Test
    void theMatrixNamesTheScenariosThatNeedAProtection() {
        assertThat(output).containsPattern("\nACKNOWLEDGE=before +(.*, )?crash(,|\n|$)");
    }
}
