package dev.queuelab.runner.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.queuelab.scenarios.kit.Catalogue;
import dev.queuelab.scenarios.kit.Pace;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
class EmulatorIT {
    private static final int NOT_JUDGED = 3;

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
        assertThat(run("validate", List.of()).exitsWith(0))
                .contains("Queue Lab on " + stacks.orElseThrow().document(), " 0 FAIL")
                .doesNotContain("cannot tell");
    }

    @Test
    void shortScenariosPass() {
        String output = playedUntilJudged("run");

        assertThat(scenarios())
                .isNotEmpty()
                .allSatisfy(name -> assertThat(output).contains("PASS " + name + " in "));
        assertThat(output).contains("is complete");
    }

    @Test
    void theirControlsBreakWhatTheyName() {
        String output = playedUntilJudged("controls");

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

    /**
     * What the command prints of all scenarios that are played here. Those that came to UNKNOWN, as where the emulator was
     * too slow for a failure to come about, are played once more.
     */
    private String playedUntilJudged(String command) {
        Program all = run(command, scenarios());
        if (all.exitCode() != NOT_JUDGED) {
            return all.exitsWith(0);
        }
        List<String> again = scenarios().stream()
                .filter(name -> all.output().contains("\nUNKNOWN " + name))
                .toList();
        return all.output() + run(command, again).exitsWith(0);
    }

    /** An emulator of its own shares the machine. */
    private static Stream<String> jobs(String command) {
        return command.equals("validate") ? Stream.empty() : Stream.of("--jobs=2");
    }

    private Program run(String command, List<String> names) {
        Stacks all = stacks.orElseThrow();
        return all.project()
                .runner(
                        all.folder(),
                        Stream.of(Stream.of(command, "--outputs=" + all.document()), jobs(command), names.stream())
                                .flatMap(words -> words)
                                .toArray(String[]::new));
    }
}
