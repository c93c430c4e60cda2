package dev.queuelab.lab.stage;

import dev.queuelab.core.trace.QueueSettings;
import dev.queuelab.lab.process.Programs;
import dev.queuelab.lab.waiting.Wait;
import dev.queuelab.lab.wire.RunGateway;
import dev.queuelab.scenarios.check.Depth;
import dev.queuelab.scenarios.check.StackSnapshot;
import dev.queuelab.scenarios.kit.ConsumerSetup;
import dev.queuelab.scenarios.kit.Operator;
import dev.queuelab.scenarios.kit.ProducerSetup;
import dev.queuelab.scenarios.kit.RunningConsumer;
import dev.queuelab.scenarios.kit.RunningOutage;
import dev.queuelab.scenarios.kit.Stage;
import dev.queuelab.scenarios.kit.Stopwatch;
import dev.queuelab.scenarios.scaling.Decision;
import dev.queuelab.scenarios.scaling.Load;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** The stage on real queues, real tables and real processes. */
public final class ScenarioStage implements Stage, AutoCloseable {
    private final StageServices services;
    private final RandomGenerator random;
    private final DepthSampler depths;
    private final LoadMonitor loads;
    private int producers;

    private ScenarioStage(StageServices services) {
        this.services = services;
        this.random = new SplittableRandom(services.run().seed());
        this.depths = DepthSampler.start(services);
        this.loads = new LoadMonitor(services);
    }

    /** Opens the stage on a stack that no other run uses, and empties its queues. */
    public static ScenarioStage open(RunContext run, Programs programs, Optional<RunGateway> gateway) {
        StackView stack = StackView.open(run, gateway);
        try {
            int removed = stack.removeLeftovers(run.listener());
            if (removed > 0) {
                run.listener()
                        .step("removed " + removed + (removed == 1 ? " message" : " messages")
                                + " that an earlier run had left");
            }
            return new ScenarioStage(new StageServices(run, programs, stack, gateway));
        } catch (RuntimeException e) {
            stack.close();
            throw e;
        }
    }

    @Override
    public QueueSettings queue() {
        return services.queue();
    }

    @Override
    public String runId() {
        return services.run().folder().runId();
    }

    @Override
    public Path file(String name) {
        return services.run().folder().file(name);
    }

    @Override
    public RandomGenerator random() {
        return random;
    }

    @Override
    public ProducerSetup producer() {
        return producer(Integer.toString(producers + 1));
    }

    /** Two producers with the same seed would give their messages the same ids. */
    @Override
    public ProducerSetup producer(String label) {
        return new ProducerLauncher(services, label, services.run().seed() + producers++);
    }

    @Override
    public ConsumerSetup consumer() {
        return new ConsumerLauncher(services, Optional.empty());
    }

    @Override
    public ConsumerSetup consumer(String label) {
        return new ConsumerLauncher(services, Optional.of(label));
    }

    @Override
    public Operator operator() {
        return new QueueOperator(services);
    }

    @Override
    public RunningOutage outage(String name, String... faults) {
        return GatewayOutage.begin(services, name, List.of(faults));
    }

    @Override
    public Stopwatch stopwatch() {
        return new StageStopwatch(services);
    }

    @Override
    public Load load() {
        return loads.load();
    }

    @Override
    public void decided(Decision decision) {
        loads.decided(decision);
    }

    @Override
    public void awaitDrained() {
        Wait drained = Wait.atMost(services.timeToDrain(), "the queue to drain")
                .holding(services.run().environment().settling());
        services.await(drained, this::depthOfLiveQueue, depth -> depth.total() == 0);
        Depth dead = services.stack().deadLetterDepth();
        services.step("queue drained" + (dead.total() == 0 ? "" : ", " + dead.total() + " dead-lettered"));
    }

    private Depth depthOfLiveQueue() {
        Depth depth = services.stack().depth();
        services.liveness().requireReceiving(depth, services.run().clock().instant());
        return depth;
    }

    @Override
    public void stop(RunningConsumer... consumers) {
        List<ConsumerProcess> processes =
                Arrays.stream(consumers).map(ConsumerProcess.class::cast).toList();
        processes.forEach(ConsumerProcess::signal);
        processes.forEach(ConsumerProcess::awaitStopped);
    }

    /** What is on the stack now that the play has ended. */
    public StackSnapshot snapshot() {
        return new SnapshotCollector(services).collect();
    }

    @Override
    public void close() {
        services.endProcesses();
        depths.close();
        try {
            services.fleet().all().forEach(services.orphanedPolls()::leftBy);
            services.orphanedPolls().awaitEnd();
        } finally {
            services.close();
        }
    }
}
