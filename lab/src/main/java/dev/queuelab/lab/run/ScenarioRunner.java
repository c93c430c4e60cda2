package dev.queuelab.lab.run;

import dev.queuelab.core.history.HistoryException;
import dev.queuelab.lab.environment.AwsErrors;
import dev.queuelab.lab.environment.Environment;
import dev.queuelab.lab.environment.EnvironmentException;
import dev.queuelab.lab.environment.Stack;
import dev.queuelab.lab.environment.StackLock;
import dev.queuelab.lab.process.ChildException;
import dev.queuelab.lab.process.Programs;
import dev.queuelab.lab.runstore.Invocation;
import dev.queuelab.lab.runstore.RunListener;
import dev.queuelab.lab.runstore.RecordingListener;
import dev.queuelab.lab.runstore.RunDocument;
import dev.queuelab.lab.runstore.RunFolder;
import dev.queuelab.lab.stage.ScenarioStage;
import dev.queuelab.lab.stage.RunContext;
import dev.queuelab.lab.stage.StageException;
import dev.queuelab.lab.waiting.Wait;
import dev.queuelab.lab.waiting.WaitException;
import dev.queuelab.lab.validation.Validation;
import dev.queuelab.scenarios.check.Check;
import dev.queuelab.scenarios.check.Judgement;
import dev.queuelab.scenarios.kit.Catalogue;
import dev.queuelab.scenarios.kit.Control;
import dev.queuelab.scenarios.kit.Scenario;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;

/** Plays stories in one environment, one run folder for each play. */
public final class ScenarioRunner {
    private static final Duration FOR_A_STACK = Duration.ofMinutes(30);

    private final Programs programs;
    private final Environment environment;
    private final Path runs;
    private final long seed;
    private final Invocation invocation;
    private final Clock clock;

    public ScenarioRunner(
            Programs programs, Environment environment, Path runs, long seed, Invocation invocation, Clock clock) {
        this.programs = programs;
        this.environment = environment;
        this.runs = runs;
        this.seed = seed;
        this.invocation = invocation;
        this.clock = clock;
    }

    /** Of all random choices. */
    public long seed() {
        return seed;
    }

    /** Plays {@code scenario}, whose options are set, once: as it is, or as a control. */
    @SuppressWarnings("try") // the lock is held, not used
    public ScenarioRun play(Catalogue.Entry entry, Scenario scenario, Optional<Control> control, RunListener narrator) {
        Stack stack = stackOf(entry);
        try (StackLock lock = acquire(stack, narrator)) {
            return playOn(stack, entry, scenario, control, narrator);
        }
    }

    private Stack stackOf(Catalogue.Entry entry) {
        Map<String, Stack> stacks = environment.outputs().stacks();
        return entry.stackAmong(stacks.keySet())
                .map(stacks::get)
                .orElseThrow(() -> new EnvironmentException("there is no stack for " + entry.name() + " in "
                        + environment.description() + ", which has " + String.join(", ", stacks.keySet())));
    }

    private static StackLock acquire(Stack stack, RunListener narrator) {
        Optional<StackLock> free = StackLock.tryAcquire(stack);
        if (free.isPresent()) {
            return free.get();
        }
        narrator.step("waiting for stack " + stack.key() + ", which another run uses");
        return Wait.atMost(FOR_A_STACK, "stack " + stack.key() + ", which another run uses")
                .until(() -> StackLock.tryAcquire(stack), Optional::isPresent, narrator)
                .orElseThrow();
    }

    private ScenarioRun playOn(
            Stack stack, Catalogue.Entry entry, Scenario scenario, Optional<Control> control, RunListener narrator) {
        Instant begin = clock.instant();
        String title =
                entry.name() + control.map(taken -> "-without-" + taken.name()).orElse("");
        RunFolder folder = RunFolder.create(runs, begin, title);
        RunDocument document = RunDocument.begin(
                folder, entry, ScenarioOptions.of(scenario), control, environment, seed, invocation, begin);
        List<Check.Result> results = new ArrayList<>();
        Optional<String> trouble;
        try (RecordingListener recorded = new RecordingListener(folder, narrator, clock)) {
            Map<String, String> overrides = control.map(Control::knobs).orElse(Map.of());
            RunContext scene = new RunContext(environment, stack, folder, recorded, seed, overrides, clock);
            trouble = perform(scene, document, scenario, results);
        }
        Duration took = Duration.between(begin, clock.instant());
        ScenarioRun play = new ScenarioRun(entry.name(), control, results, trouble, took, folder.path());
        Optional<Judgement> judgement = control.map(taken -> ControlJudge.judge(taken, play));
        document.end(play.verdict(), results, trouble, judgement, took);
        return play;
    }

    /** Returns what went wrong other than by the story's intent; the checks that were made are added to {@code results}. */
    private Optional<String> perform(RunContext scene, RunDocument document, Scenario scenario, List<Check.Result> results) {
        try (ScenarioStage stage = open(scene)) {
            document.staged(stage.visibilityTimeout(), stage.maxReceiveCount());
            try {
                scenario.play(stage);
                return Optional.empty();
            } finally {
                results.addAll(stage.results());
            }
        } catch (StageException | ChildException | WaitException | HistoryException | EnvironmentException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        } catch (SdkException e) {
            return Optional.of(AwsErrors.told(e));
        } catch (RuntimeException e) {
            return Optional.of("the story itself crashed: " + e);
        }
    }

    /** A stack that is not whole is told of as such, not as what a story would stumble over. */
    private ScenarioStage open(RunContext scene) {
        scene.narrator().step(Validation.require(scene.environment(), scene.stack()));
        return ScenarioStage.open(scene, programs);
    }
}
