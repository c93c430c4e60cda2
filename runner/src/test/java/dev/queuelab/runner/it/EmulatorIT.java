package dev.queuelab.runner.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.queuelab.scenarios.kit.Catalogue;
import dev.queuelab.scenarios.kit.Pace;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Short stories and their controls on stacks that were made as Terraform makes them, on whatever stands in for AWS. */
@ParameterizedClass
@EnumSource
@ExtendWith(SharedProject.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EmulatorIT {
    private final Emulator emulator;
    private final Project project;
    private final Emulator.Running running;
    private final Path document;

    private final Path temp;

    EmulatorIT(Emulator emulator, Project project, @TempDir Path folder) {
        this.emulator = emulator;
        this.project = project;
        this.temp = folder;
        this.running = emulator.start(project);
        this.document = Provision.stacks(running.endpoints(), folder);
    }

    @AfterAll
    void end() {
        running.close();
    }

    @Test
    void stacksAreWhole() {
        assertThat(run("validate").exitsWith(0))
                .contains("Queue Lab on " + document, " 0 FAIL")
                .doesNotContain("cannot tell");
    }

    @Test
    void shortStoriesPass() {
        assertThat(stories())
                .isNotEmpty()
                .allSatisfy(story -> assertThat(run(story).exitsWith(0)).contains("is whole", "PASS " + story));
    }

    @Test
    void theirControlsBreakWhatTheyName() {
        assertThat(stories())
                .isNotEmpty()
                .allSatisfy(
                        story -> assertThat(run("controls", story).exitsWith(0)).contains("PASS", "as it must"));
    }

    private List<String> stories() {
        return Catalogue.all().stream()
                .filter(entry -> entry.pace() == Pace.SHORT)
                .map(Catalogue.Entry::name)
                .filter(emulator::plays)
                .toList();
    }

    private Program run(String... command) {
        String[] arguments = Arrays.copyOf(command, command.length + 1);
        arguments[command.length] = "--outputs=" + document;
        return project.runner(temp, arguments);
    }
}
