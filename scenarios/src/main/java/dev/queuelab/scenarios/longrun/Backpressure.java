package dev.queuelab.scenarios.longrun;

import com.google.auto.service.AutoService;
import dev.queuelab.scenarios.check.Check;
import dev.queuelab.scenarios.check.Labels;
import dev.queuelab.scenarios.check.LossChecks;
import dev.queuelab.scenarios.check.QueueChecks;
import dev.queuelab.scenarios.check.ReportTable;
import dev.queuelab.scenarios.check.Requirement;
import dev.queuelab.scenarios.check.ScalingChecks;
import dev.queuelab.scenarios.kit.Control;
import dev.queuelab.scenarios.kit.IntOption;
import dev.queuelab.scenarios.kit.RunningConsumer;
import dev.queuelab.scenarios.kit.RunningProducer;
import dev.queuelab.scenarios.kit.Scenario;
import dev.queuelab.scenarios.kit.Stage;
import dev.queuelab.scenarios.scaling.Autoscaler;
import dev.queuelab.scenarios.scaling.Decision;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * A producer sends faster than one consumer works. Consumers are added until the queue no longer grows, and removed
 * when the flood is over and the backlog goes.
 */
@Command(
        description =
                "Under a flood, consumers are added until the queue no longer grows, and removed as it drains; nothing is lost.")
@AutoService(Scenario.class)
public final class Backpressure implements Scenario {
    /** Looks in a row at which nothing needs to be done. */
    private static final int STEADY = 4;

    private static final String FLOOD = "flood";

    private static final Requirement EQUILIBRIUM_REACHED =
            ScalingChecks.equilibrium(Labels.process(Labels.PRODUCER, FLOOD), STEADY);

    @Option(
            names = "--rate",
            paramLabel = "N",
            converter = IntOption.FromOne.class,
            defaultValue = "12",
            description = "messages sent in a second, at least 1 (default: ${DEFAULT-VALUE})")
    private int rate;

    @Option(
            names = "--work",
            paramLabel = "MILLIS",
            converter = IntOption.FromOne.class,
            defaultValue = "250",
            description = "how long a consumer works on a message (default: ${DEFAULT-VALUE}, and at most half of the"
                    + " visibility timeout)")
    private int workMillis;

    @Option(
            names = "--look-every",
            paramLabel = "SECONDS",
            converter = IntOption.FromOne.class,
            defaultValue = "2",
            description = "time between two looks at the load (default: ${DEFAULT-VALUE})")
    private int lookSeconds;

    @Option(
            names = "--max-consumers",
            paramLabel = "N",
            converter = IntOption.FromOne.class,
            defaultValue = "10",
            description = "most consumers at a time, at least 1 (default: ${DEFAULT-VALUE})")
    private int maxConsumers;

    @Option(
            names = "--limit",
            paramLabel = "SECONDS",
            converter = IntOption.FromOne.class,
            defaultValue = "120",
            description = "how long the flood lasts if no equilibrium is found (default: ${DEFAULT-VALUE})")
    private int limitSeconds;

    private final Deque<RunningConsumer> fleet = new ArrayDeque<>();

    @Override
    public Duration expectedWait(Duration visibilityTimeout) {
        return Duration.ofSeconds((2L * STEADY + 2L * maxConsumers) * lookSeconds);
    }

    @Override
    public List<String> steps() {
        return List.of(
                "Start a producer that sends faster than one consumer works.",
                "Look at the load again and again: add a consumer while the queue grows, until the number is right several times in a row.",
                "Stop the producer, and remove consumers while the backlog goes down.",
                "Wait until the queue is drained.");
    }

    @Override
    public void play(Stage stage) {
        Duration work = work(stage);
        Autoscaler scaler = new Autoscaler(
                Math.max(1, lookSeconds * 1000L / work.toMillis()), Duration.ofSeconds(2L * lookSeconds), STEADY);
        RunningProducer producer = stage.producer(FLOOD).start(rate);
        add(stage, work);
        fleet.getFirst().awaitReceived();

        int steady = 0;
        for (int look = 0; look < looks() && steady < STEADY; look++) {
            steady = follow(stage, scaler, work).isSteady() ? steady + 1 : 0;
        }
        producer.stop();
        for (int look = 0; look < looks() && fleet.size() > 1; look++) {
            follow(stage, scaler, work);
        }
        stage.awaitDrained();
        stage.stop(fleet.toArray(RunningConsumer[]::new));
    }

    @Override
    public List<Check> checks() {
        return List.of(
                QueueChecks.NOTHING_DEAD_LETTERED,
                LossChecks.NOTHING_LOST,
                EQUILIBRIUM_REACHED,
                ScalingChecks.SCALING_SEEN);
    }

    @Override
    public List<ReportTable> tables() {
        return List.of(ScalingChecks.decisions("scaling"));
    }

    private int looks() {
        return Math.max(1, limitSeconds / lookSeconds);
    }

    private Duration work(Stage stage) {
        Duration most = stage.queue().visibilityTimeout().dividedBy(2);
        Duration asked = Duration.ofMillis(workMillis);
        return asked.compareTo(most) < 0 ? asked : most;
    }

    /** Looks at the load after a while, and adds or removes a consumer if necessary. */
    private Decision follow(Stage stage, Autoscaler scaler, Duration work) {
        stage.stopwatch().await(Duration.ofSeconds(lookSeconds), "the next look at the load");
        Decision decision = scaler.decide(stage.load(), fleet.size());
        stage.decided(decision);
        if (decision.wanted() > fleet.size() && fleet.size() < maxConsumers) {
            add(stage, work);
        } else if (decision.wanted() < fleet.size()) {
            stage.stop(fleet.removeLast());
        }
        return decision;
    }

    private void add(Stage stage, Duration work) {
        fleet.addLast(stage.consumer().workFor(work).start());
    }

    @Override
    public List<Control> controls() {
        return List.of(Control.named("single-consumer")
                .withOptions("--max-consumers=1", "--limit=12")
                .breaks(EQUILIBRIUM_REACHED));
    }
}
