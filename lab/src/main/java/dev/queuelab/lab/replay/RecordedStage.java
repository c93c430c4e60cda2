package dev.queuelab.lab.replay;

import dev.queuelab.scenarios.check.Check;
import dev.queuelab.scenarios.check.Exhibit;
import dev.queuelab.scenarios.kit.ConsumerSetup;
import dev.queuelab.scenarios.kit.Operator;
import dev.queuelab.scenarios.kit.ProducerSetup;
import dev.queuelab.scenarios.kit.RunningConsumer;
import dev.queuelab.scenarios.kit.Stage;
import dev.queuelab.scenarios.kit.Stopwatch;
import dev.queuelab.scenarios.scaling.Decision;
import dev.queuelab.scenarios.scaling.Load;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * A stage on which nothing happens. It starts nothing and waits for nothing; what a story asks is answered by the record of
 * a run, and what is random follows that run's seed. So the story goes the same way again, and hands out its checks.
 */
final class RecordedStage implements Stage {
    private final RunRecord record;
    private final RandomGenerator random;
    private final RecordedScaling scaling;
    private final RecordedOperator operator;
    private final List<Check.Result> results = new ArrayList<>();
    private int producers;
    private int consumers;

    RecordedStage(RunRecord record) {
        this.record = record;
        this.random = new SplittableRandom(record.seed());
        this.scaling = new RecordedScaling(record);
        this.operator = new RecordedOperator(record);
    }

    @Override
    public Duration visibilityTimeout() {
        return record.visibilityTimeout();
    }

    @Override
    public int maxReceiveCount() {
        return record.maxReceiveCount();
    }

    @Override
    public String runId() {
        return record.folder().runId();
    }

    @Override
    public Path file(String name) {
        return record.folder().path().resolve(name);
    }

    @Override
    public List<String> lines(Path file) {
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file + ": " + e, e);
        }
    }

    @Override
    public RandomGenerator random() {
        return random;
    }

    @Override
    public ProducerSetup producer() {
        return new RecordedProducer(record, () -> "producer-" + ++producers);
    }

    @Override
    public ConsumerSetup consumer() {
        return new RecordedConsumer(() -> "consumer-" + ++consumers);
    }

    @Override
    public Operator operator() {
        return operator;
    }

    @Override
    public Stopwatch stopwatch() {
        return (time, why) -> {};
    }

    @Override
    public Load load() {
        return scaling.next();
    }

    @Override
    public void decided(Decision decision) {
        scaling.require(decision);
    }

    @Override
    public void awaitDrained() {}

    @Override
    public void stop(RunningConsumer... stopped) {}

    @Override
    public void check(Check... checks) {
        if (!results.isEmpty()) {
            throw new NotReplayableException(
                    record.scenario() + " checks more than once, and evidence.json holds what the last check saw");
        }
        for (Check check : checks) {
            results.add(check.on(record.evidence()));
        }
    }

    @Override
    public void show(Exhibit... exhibits) {}

    List<Check.Result> results() {
        return List.copyOf(results);
    }
}
