package dev.queuelab.lab.run;

import dev.queuelab.core.history.HistoryException;
import dev.queuelab.core.toolbox.Seconds;
import dev.queuelab.lab.environment.AwsErrors;
import dev.queuelab.lab.environment.Environment;
import dev.queuelab.lab.environment.EnvironmentException;
import dev.queuelab.lab.environment.Stack;
import dev.queuelab.lab.environment.StackLock;
import dev.queuelab.lab.process.ChildException;
import dev.queuelab.lab.process.Programs;
import dev.queuelab.lab.runstore.BuildInfo;
import dev.queuelab.lab.runstore.ControlOutcome;
import dev.queuelab.lab.runstore.Invocation;
import dev.queuelab.lab.runstore.RecordingListener;
import dev.queuelab.lab.runstore.RunFolder;
import dev.queuelab.lab.runstore.RunInfo;
import dev.queuelab.lab.runstore.RunListener;
import dev.queuelab.lab.runstore.RunOutcome;
import dev.queuelab.lab.runstore.RunWriter;
import dev.queuelab.lab.runstore.StoredEvidence;
import dev.queuelab.lab.stage.ConsumerFailedException;
import dev.queuelab.lab.stage.RunContext;
import dev.queuelab.lab.stage.ScenarioStage;
import dev.queuelab.lab.stage.StageException;
import dev.queuelab.lab.stage.UnfitConsumerException;
import dev.queuelab.lab.validation.Validation;
import dev.queuelab.lab.waiting.Wait;
import dev.queuelab.lab.waiting.WaitException;
import dev.queuelab.lab.wire.GatewayPlan;
import dev.queuelab.lab.wire.RunGateway;
import dev.queuelab.scenarios.check.CheckOutcome;
import dev.queuelab.scenarios.check.Evidence;
import dev.queuelab.scenarios.check.StackSnapshot;
import dev.queuelab.scenarios.check.WireChecks;
import dev.queuelab.scenarios.kit.Applicability;
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
import java.util.TreeMap;
import software.amazon.awssdk.core.exception.SdkException;

/** Runs scenarios in one environment, one run folder for each run: play, collect the evidence, judge, record. */
public final class ScenarioRunner {
    private static final Duration FOR_A_STACK = Duration.ofMinutes(30);

    private final Programs programs;
    private final Environment environment;
    private final GatewayPlan gateway;
    private final Path runs;
    private final long seed;
    private final Map<String, String> knobs;
    private final Invocation invocation;
    private final Clock clock;

    /** @param knobs that every consumer gets, whatever its scenario sets, by name; those of a control go over them */
    public ScenarioRunner(
            Programs programs,
            Environment environment,
            GatewayPlan gateway,
            Path runs,
            long seed,
            Map<String, String> knobs,
            Invocation invocation,
            Clock clock) {
        this.programs = programs;
        this.environment = environment;
        this.gateway = gateway;
        this.runs = runs;
        this.seed = seed;
        this.knobs = Map.copyOf(knobs);
        this.invocation = invocation;
        this.clock = clock;
    }

    /** Of all random choices. */
    public long seed() {
        return seed;
    }

    /**
     * Runs {@code scenario}, whose options are set, once: as it is, or as a control. Several threads may run scenarios at
     * the same time, but only one on a stack.
     *
     * @param place among the runs of the suite, from 0
     */
    @SuppressWarnings("try") // the lock is held, not used
    public ScenarioRun run(
            int place, Catalogue.Entry entry, Scenario scenario, Optional<Control> control, RunListener listener) {
        Stack stack = stackOf(entry);
        if (!environment.shared()) {
            return runOn(place, stack, entry, scenario, control, listener);
        }
        try (StackLock lock = acquire(stack, listener)) {
            return runOn(place, stack, entry, scenario, control, listener);
        }
    }

    private Stack stackOf(Catalogue.Entry entry) {
        Map<String, Stack> stacks = environment.outputs().stacks();
        return entry.stackAmong(stacks.keySet())
                .map(stacks::get)
                .orElseThrow(() -> new EnvironmentException("there is no stack for " + entry.name() + " in "
                        + environment.description() + ", which has " + String.join(", ", stacks.keySet())));
    }

    private static StackLock acquire(Stack stack, RunListener listener) {
        Optional<StackLock> free = StackLock.tryAcquire(stack);
        if (free.isPresent()) {
            return free.get();
        }
        listener.step("waiting for stack " + stack.key() + ", which another run uses");
        return Wait.atMost(FOR_A_STACK, "stack " + stack.key() + ", which another run uses")
                .until(() -> StackLock.tryAcquire(stack), Optional::isPresent, listener)
                .orElseThrow();
    }

    private ScenarioRun runOn(
            int place,
            Stack stack,
            Catalogue.Entry entry,
            Scenario scenario,
            Optional<Control> control,
            RunListener listener) {
        Instant begin = clock.instant();
        String title =
                entry.name() + control.map(taken -> "-without-" + taken.name()).orElse("");
        RunFolder folder = RunFolder.create(runs, begin, title);
        RunWriter writer = RunWriter.begin(folder, info(folder, place, entry, scenario, control, begin), listener);
        List<CheckOutcome> checks = new ArrayList<>();
        Optional<String> trouble;
        try (RecordingListener recorded = new RecordingListener(folder, listener, clock)) {
            Map<String, String> overrides = new TreeMap<>(knobs);
            control.ifPresent(taken -> overrides.putAll(taken.knobs()));
            trouble = perform(
                    new RunContext(environment, stack, folder, recorded, seed, overrides, clock),
                    writer,
                    scenario,
                    passesGateway(scenario, control),
                    checks);
        }
        Duration took = Duration.between(begin, clock.instant());
        ScenarioRun run = new ScenarioRun(entry.name(), control, checks, trouble, took, folder.path());
        Optional<ControlOutcome> controlOutcome = control.map(taken -> ControlJudge.judge(taken, run));
        writer.end(new RunOutcome(run.verdict(), Seconds.of(took), trouble, controlOutcome, checks));
        return run;
    }

    private RunInfo info(
            RunFolder folder,
            int place,
            Catalogue.Entry entry,
            Scenario scenario,
            Optional<Control> control,
            Instant begin) {
        BuildInfo build = BuildInfo.read();
        return new RunInfo(
                RunInfo.FORMAT,
                folder.runId(),
                entry.name(),
                entry.claim(),
                environment.name(),
                environment.description(),
                seed,
                begin,
                ScenarioOptions.of(scenario),
                invocation.command(),
                invocation.again(entry.name(), control),
                invocation.suite().map(suite -> suite.at(place)),
                control,
                build.commit(),
                Map.of(
                        "Queue Lab", build.version(),
                        "Java", Runtime.version().toString(),
                        "System", System.getProperty("os.name") + " " + System.getProperty("os.arch")),
                Optional.empty());
    }

    /**
     * Plays the scenario and judges the evidence.
     *
     * @param passesGateway whether the processes' calls pass the gateway
     * @param checks where to add the outcome of each check
     * @return what ended the play before its end, other than as the scenario intends
     */
    private Optional<String> perform(
            RunContext run, RunWriter writer, Scenario scenario, boolean passesGateway, List<CheckOutcome> checks) {
        try (ScenarioStage stage = open(run, scenario, passesGateway)) {
            writer.queueIs(stage.queue());
            Optional<RuntimeException> failure = play(scenario, stage);
            StackSnapshot snapshot = stage.snapshot();
            writer.found(snapshot);
            Evidence evidence = StoredEvidence.read(run.folder(), stage.queue(), snapshot);
            boolean unfit =
                    failure.filter(UnfitConsumerException.class::isInstance).isPresent();
            if (unfit && Applicability.isApplicable(scenario, evidence)) {
                return failure.map(Throwable::getMessage);
            }
            judge(scenario, evidence, run.listener(), checks);
            return unfit ? Optional.empty() : failure.map(Throwable::getMessage);
        } catch (StageException | ChildException | WaitException | HistoryException | EnvironmentException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        } catch (SdkException e) {
            return Optional.of(AwsErrors.describe(e));
        } catch (RuntimeException e) {
            return Optional.of("the scenario itself crashed: " + e);
        }
    }

    /** Returns how a consumer ended the play before its end, if one did: that can be judged. */
    private static Optional<RuntimeException> play(Scenario scenario, ScenarioStage stage) {
        try {
            scenario.play(stage);
            return Optional.empty();
        } catch (ConsumerFailedException | UnfitConsumerException e) {
            return Optional.of(e);
        }
    }

    private static void judge(Scenario scenario, Evidence evidence, RunListener listener, List<CheckOutcome> checks) {
        scenario.tables()
                .forEach(table -> listener.table(table.name(), table.draw().apply(evidence)));
        scenario.checksFor(evidence).forEach(check -> {
            CheckOutcome outcome = check.evaluate(evidence);
            listener.checked(outcome);
            checks.add(outcome);
        });
    }

    /** Some scenarios need it for what an emulator does not do by itself, and some controls for what only it sees. */
    private boolean passesGateway(Scenario scenario, Optional<Control> control) {
        boolean needed = scenario.needsGateway()
                || isEmulated(scenario)
                || control.filter(taken -> taken.breaks().contains(WireChecks.HISTORIES_AGREE.name()))
                        .isPresent();
        return switch (gateway.use()) {
            case ALWAYS -> true;
            case WHERE_NEEDED -> needed;
            case NEVER -> false;
        };
    }

    private boolean isEmulated(Scenario scenario) {
        return environment.isEmulator() && !scenario.emulations().isEmpty();
    }

    /** A stack that is incomplete is reported as such, before a scenario stumbles over it. */
    private ScenarioStage open(RunContext run, Scenario scenario, boolean passesGateway) {
        run.listener().step(Validation.require(run.environment(), run.stack()));
        return passesGateway ? openBehindGateway(run, scenario) : ScenarioStage.open(run, programs, Optional.empty());
    }

    private ScenarioStage openBehindGateway(RunContext run, Scenario scenario) {
        List<String> faults = new ArrayList<>(scenario.faults());
        faults.addAll(isEmulated(scenario) ? scenario.emulations() : List.of());
        RunGateway passed = RunGateway.start(environment, run.folder(), gateway, faults, seed, clock);
        try {
            run.listener().step("calls pass the gateway" + gateway.describe(faults));
            return ScenarioStage.open(run, programs, Optional.of(passed));
        } catch (RuntimeException e) {
            passed.close();
            throw e;
        }
    }
}
