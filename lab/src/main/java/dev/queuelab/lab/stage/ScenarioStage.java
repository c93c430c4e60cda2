package dev.queuelab.lab.stage;

import dev.queuelab.core.history.HistoryFile;
import dev.queuelab.core.history.HistoryReader;
import dev.queuelab.core.history.Recorder;
import dev.queuelab.lab.process.Children;
import dev.queuelab.lab.process.Programs;
import dev.queuelab.lab.waiting.Wait;
import dev.queuelab.scenarios.check.Check;
import dev.queuelab.scenarios.check.Depth;
import dev.queuelab.scenarios.check.Exhibit;
import dev.queuelab.scenarios.check.Messages;
import dev.queuelab.scenarios.kit.ConsumerSetup;
import dev.queuelab.scenarios.kit.Operator;
import dev.queuelab.scenarios.kit.ProducerSetup;
import dev.queuelab.scenarios.kit.RunningConsumer;
import dev.queuelab.scenarios.kit.Stage;
import dev.queuelab.scenarios.kit.Stopwatch;
import dev.queuelab.scenarios.scaling.Decision;
import dev.queuelab.scenarios.scaling.Load;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** The stage on real queues, real tables and real processes. */
public final class ScenarioStage implements Stage, AutoCloseable {
    private static final String RUNNER = "runner";
    private static final Duration TO_DRAIN = Duration.ofSeconds(60);
    private static final int MESSAGES_A_SECOND_AT_LEAST = 10;

    private final RunContext scene;
    private final StackView stack;
    private final Children children = new Children();
    private final ProcessLauncher cast;
    private final HistoryFile chronicle;
    private final RandomGenerator random;
    private final OrphanedPolls openPolls = new OrphanedPolls();
    private final DepthSampler depths;
    private final Judging judging;
    private final LoadMonitor scaling;
    private final List<ConsumerProcess> consumers = new ArrayList<>();
    private int producers;

    private ScenarioStage(RunContext scene, Programs programs, StackView stack) {
        this.scene = scene;
        this.stack = stack;
        this.cast = new ProcessLauncher(scene, programs, children);
        this.chronicle = HistoryFile.begin(scene.folder().history(RUNNER), RUNNER, scene.clock());
        this.random = new SplittableRandom(scene.seed());
        this.depths = DepthSampler.start(stack, scene);
        this.judging = new Judging(scene, stack);
        this.scaling = new LoadMonitor(scene, stack, chronicle);
    }

    /** Opens the stage on a stack that no other run uses, and empties its queues. */
    public static ScenarioStage open(RunContext scene, Programs programs) {
        StackView stack = StackView.open(scene);
        try {
            int removed = stack.removeLeftovers(scene.narrator());
            if (removed > 0) {
                scene.narrator().step("removed " + removed + " messages that an earlier run had left");
            }
            return new ScenarioStage(scene, programs, stack);
        } catch (RuntimeException e) {
            stack.close();
            throw e;
        }
    }

    RunContext scene() {
        return scene;
    }

    /** The runner's own history of this play. */
    Recorder chronicle() {
        return chronicle;
    }

    OrphanedPolls openPolls() {
        return openPolls;
    }

    Depth depth() {
        return stack.depth();
    }

    /** Takes note of a consumer that has just been started, and returns it. */
    ConsumerProcess started(ConsumerProcess consumer) {
        consumers.add(consumer);
        return consumer;
    }

    /** Whether no other consumer is at work. */
    boolean isAlone(ConsumerProcess consumer) {
        return consumers.stream().noneMatch(other -> other != consumer && other.isAlive());
    }

    /** What a producer says that the queue has taken. Nobody else could say it, so it must. */
    Messages sentBy(String producer) {
        Path history = scene.folder().history(producer);
        if (!Files.exists(history)) {
            throw new StageException(producer + " left no history at HISTORY_PATH, so nobody knows what it has sent");
        }
        return Messages.sentIn(HistoryReader.readFile(history));
    }

    /** Consumers that are not ours and have recorded nothing. */
    private Set<String> silent() {
        return consumers.stream()
                .filter(ConsumerProcess::isSilent)
                .map(ConsumerProcess::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public String runId() {
        return scene.folder().runId();
    }

    @Override
    public Duration visibilityTimeout() {
        return stack.visibilityTimeout();
    }

    @Override
    public int maxReceiveCount() {
        return stack.maxReceiveCount();
    }

    @Override
    public Path file(String name) {
        return scene.folder().path().resolve(name);
    }

    @Override
    public List<String> lines(Path file) {
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            throw new StageException("cannot read " + file + ": " + e, e);
        }
    }

    @Override
    public RandomGenerator random() {
        return random;
    }

    @Override
    public ProducerSetup producer() {
        return new ProducerLauncher(this, cast, seedOfNextProducer());
    }

    /** Two producers with the same seed would give their messages the same ids. */
    private long seedOfNextProducer() {
        return scene.seed() + producers++;
    }

    @Override
    public ConsumerSetup consumer() {
        return new ConsumerLauncher(this, cast);
    }

    @Override
    public Operator operator() {
        return new QueueOperator(this, stack);
    }

    @Override
    public Stopwatch stopwatch() {
        return new StageStopwatch(this);
    }

    @Override
    public Load load() {
        return scaling.load(silent().isEmpty());
    }

    @Override
    public void decided(Decision decision) {
        scaling.decided(decision);
    }

    /** How long it may take to do all that was sent, redeliveries included, on a machine however busy. */
    Duration toWorkOff() {
        int sent = Messages.sentIn(HistoryReader.readFolder(scene.folder().histories()))
                .count();
        return TO_DRAIN.plus(visibilityTimeout().multipliedBy(maxReceiveCount() + 2L))
                .plusSeconds(sent / MESSAGES_A_SECOND_AT_LEAST);
    }

    @Override
    public void awaitDrained() {
        Wait drained = Wait.atMost(toWorkOff(), "the queue to drain")
                .holding(scene.environment().settling());
        await(drained, stack::depth, depth -> depth.total() == 0);
        Depth dead = stack.deadLetterDepth();
        scene.narrator().step("queue drained" + (dead.total() == 0 ? "" : ", " + dead.total() + " dead-lettered"));
    }

    @Override
    public void stop(RunningConsumer... consumers) {
        List<ConsumerProcess> ours =
                Arrays.stream(consumers).map(ConsumerProcess.class::cast).toList();
        ours.forEach(ConsumerProcess::signal);
        ours.forEach(ConsumerProcess::awaitStopped);
    }

    @Override
    public void check(Check... checks) {
        judging.check(silent(), checks);
    }

    @Override
    public void show(Exhibit... exhibits) {
        judging.show(silent(), exhibits);
    }

    /** The results of all checks so far. */
    public List<Check.Result> results() {
        return judging.results();
    }

    /** Waits, and gives up at once when a child ends unasked. */
    <T> T await(Wait wait, Callable<T> look, Predicate<T> good) {
        return wait.until(
                () -> {
                    children.requireWell();
                    return look.call();
                },
                good,
                scene.narrator());
    }

    @Override
    public void close() {
        children.close();
        depths.close();
        openPolls.awaitEnd();
        chronicle.close();
        stack.close();
    }
}
