package dev.queuelab.runner.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.queuelab.scenarios.kit.Catalogue;
import dev.queuelab.scenarios.kit.Pace;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Short stories and their controls on stacks that were made as Terraform makes them, on whatever stands in for AWS. */
@ParameterizedClass
@EnumSource
@ChangesProject
@Execution(ExecutionMode.SAME_THREAD) // one emulator after the other
class EmulatorIT {
    private static Optional<Stacks> stacks = Optional.empty();

    @Parameter
    private Emulator emulator = Emulator.SANDBOX;

    /** Of one emulator: they stay for all of its tests. */
    private record Stacks(Project project, Path folder, Emulator.Running running, Path document) {}

    @BeforeParameterizedClassInvocation
    static void start(Emulator emulator, Project project, @TempDir Path folder) {
        Emulator.Running running = emulator.start(project);
        stacks = Optional.of(new Stacks(project, folder, running, Provision.stacks(running.endpoints(), folder)));
    }

    @AfterParameterizedClassInvocation
    static void end() {
        stacks.ifPresent(all -> all.running().close());
        stacks = Optional.empty();
    }

    @Test
    void stacksAreWhole() {
        assertThat(run("validate").exitsWith(0))
                .contains("Queue Lab on " + stacks.orElseThrow().document(), " 0 FAIL")
                .doesNotContain("cannot tell");
    }

    @Test
    void shortStoriesPass() {
        assertThat(stories())
                .isNotEmpty()
                .allSatisfy(story -> assertThat(run(story).exitsWith(0)).contains("is complete", "PASS " + story));
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
        Stacks all = stacks.orElseThrow();
        arguments[command.length] = "--outputs=" + all.document();
        return all.project().runner(all.folder(), arguments);
    }
}
