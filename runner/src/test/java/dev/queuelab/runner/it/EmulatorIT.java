package dev.queuelab.runner.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.queuelab.scenarios.kit.Catalogue;
import dev.queuelab.scenarios.kit.Pace;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Short scenarios and their controls on stacks that were made as Terraform makes them, on whatever stands in for AWS. */
@ParameterizedClass
@EnumSource
@ChangesProject
@Execution(ExecutionMode.SAME_THREAD) // one emulator after the other
@Order(1) // it waits for emulators more than it works, and for long
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
    void stacksAreComplete() {
        assertThat(run("validate").exitsWith(0))
                .contains("Queue Lab on " + stacks.orElseThrow().document(), " 0 FAIL")
                .doesNotContain("cannot tell");
    }

    @Test
    void shortScenariosPass() {
        String output = play("run", PlayedAgain.SCENARIOS);

        assertThat(scenarios())
                .isNotEmpty()
                .allSatisfy(name -> assertThat(output).contains("PASS " + name + " in "));
        assertThat(output).contains("is complete");
    }

    @Test
    void theirControlsBreakWhatTheyName() {
        String output = play("controls", PlayedAgain.CONTROLS);

        assertThat(scenarios())
                .isNotEmpty()
                .allSatisfy(name -> assertThat(output).containsPattern("\n(PASS|SKIP) +" + name + ", control "));
        assertThat(output).contains("as it must");
    }

    private List<String> scenarios() {
        return Catalogue.all().stream()
                .filter(entry -> entry.pace() == Pace.SHORT)
                .map(Catalogue.Entry::name)
                .filter(emulator::plays)
                .toList();
    }

    /** Plays two at a time, since an emulator of its own shares the machine; then those that are played again. */
    private String play(String command, PlayedAgain again) {
        return again.output(play(command, 2, scenarios()), names -> play(command, 1, names));
    }

    private Program play(String command, int jobs, List<String> names) {
        return run(Stream.concat(Stream.of(command, "--jobs=" + jobs), names.stream())
                .toArray(String[]::new));
    }

    private Program run(String... command) {
        Stacks all = stacks.orElseThrow();
        return all.project()
                .runner(
                        all.folder(),
                        Stream.concat(Stream.of(command), Stream.of("--outputs=" + all.document()))
                                .toArray(String[]::new));
    }
}
