package dev.queuelab.runner.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.queuelab.scenarios.kit.Catalogue;
import dev.queuelab.scenarios.kit.Control;
import java.nio.file.Path;
import java.util.ArrayList;
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
class ControlsIT {
    private final Project project;
    private final Path temp;
    private final List<String> outputs = new ArrayList<>();

    ControlsIT(Project project, @TempDir Path temp) {
        this.project = project;
        this.temp = temp;
    }

    @BeforeAll
    void playAll() {
        List<String> names = Catalogue.all().stream().map(Catalogue.Entry::name).toList();
        try (SideBySide programs = SideBySide.start(
                names,
                some -> project.runner(
                        temp,
                        Stream.concat(Stream.of("controls", "--run-dir=runs-" + some.get(0)), some.stream())
                                .toArray(String[]::new)))) {
            programs.all().forEach(program -> outputs.add(program.exitsWith(0)));
        }
    }

    @Test
    void eachBreaksExactlyWhatItNames() {
        for (Catalogue.Entry entry : Catalogue.all()) {
            assertThat(entry.create().get().controls())
                    .isNotEmpty()
                    .allSatisfy(control -> assertThat(outputs)
                            .as(entry.name() + ", " + control.name())
                            .anySatisfy(output -> assertThat(output).containsPattern(line(entry, control))));
        }
    }

    /** What the sandbox does not do by itself, the gateway does. */
    private static String line(Catalogue.Entry entry, Control control) {
        String breaks = String.join("\", \"", control.breaks().stream().sorted().toList());
        return "\nPASS +" + entry.name() + ", control " + control.name() + ": broke \"" + breaks + "\", as it must";
    }

    @Test
    void theirRunsAreJudgedAgainAsTheyCameOut() {
        List<Run> runs = Stream.of(temp.toFile().listFiles())
                .flatMap(folder -> Run.all(folder.toPath()).stream())
                .toList();

        assertThat(runs).hasSizeGreaterThanOrEqualTo(Catalogue.all().size()).allSatisfy(Run::isJudgedAgainAsItCameOut);
    }

    @Test
    void theMatrixNamesTheScenariosThatNeedAProtection() {
        assertThat(outputs)
                .anySatisfy(output -> assertThat(output.substring(output.lastIndexOf("\n\n")))
                        .containsPattern("\nACKNOWLEDGE=before +(.*, )?crash(,|\n|$)"));
    }
}
