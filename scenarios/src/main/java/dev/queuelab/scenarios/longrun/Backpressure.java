package dev.queuelab.scenarios.longrun;

import com.google.auto.service.AutoService;
import dev.queuelab.core.knob.Knobs;
import dev.queuelab.scenarios.check.Accounts;
import dev.queuelab.scenarios.check.Effects;
import dev.queuelab.scenarios.check.Messages;
import dev.queuelab.scenarios.check.Queues;
import dev.queuelab.scenarios.check.Scalings;
import dev.queuelab.scenarios.kit.Control;
import dev.queuelab.scenarios.kit.RunningConsumer;
import dev.queuelab.scenarios.kit.RunningProducer;
import dev.queuelab.scenarios.kit.Scenario;
import dev.queuelab.scenarios.kit.Stage;
import dev.queuelab.scenarios.kit.Whole;
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

    @Option(
            names = "--rate",
            paramLabel = "N",
            converter = Whole.FromOne.class,
            defaultValue = "12",
            description = "messages sent in a second, at least 1 (default: ${DEFAULT-VALUE})")
    private int rate;

    @Option(
            names = "--work",
            paramLabel = "MILLIS",
            converter = Whole.FromOne.class,
            defaultValue = "250",
            description = "how long a consumer works on a message (default: ${DEFAULT-VALUE}, and at most half of the"
                    + " visibility timeout)")
    private int workMillis;

    @Option(
            names = "--look-every",
            paramLabel = "SECONDS",
            converter = Whole.FromOne.class,
            defaultValue = "2",
            description = "time between two looks at the load (default: ${DEFAULT-VALUE})")
    private int lookSeconds;

    @Option(
            names = "--max-consumers",
            paramLabel = "N",
            converter = Whole.FromOne.class,
            defaultValue = "10",
            description = "most consumers at a time, at least 1 (default: ${DEFAULT-VALUE})")
    private int maxConsumers;

    @Option(
            names = "--limit",
            paramLabel = "SECONDS",
            converter = Whole.FromOne.class,
            defaultValue = "120",
            description = "how long the flood lasts if no equilibrium is found (default: ${DEFAULT-VALUE})")
    private int limitSeconds;

    private final Deque<RunningConsumer> fleet = new ArrayDeque<>();

    @Override
    public void play(Stage stage) {
        Duration work = work(stage);
        Autoscaler scaler = new Autoscaler(
                Math.max(1, lookSeconds * 1000L / work.toMillis()), Duration.ofSeconds(2L * lookSeconds), STEADY);
        RunningProducer producer = stage.producer().start(rate);
        add(stage, work);
        fleet.getFirst().awaitReceived();

        int steady = 0;
        for (int look = 0; look < looks() && steady < STEADY; look++) {
            steady = follow(stage, scaler, work).isSteady() ? steady + 1 : 0;
        }
        Messages messages = producer.stop();
        for (int look = 0; look < looks() && fleet.size() > 1; look++) {
            follow(stage, scaler, work);
        }
        stage.awaitDrained();
        stage.stop(fleet.toArray(RunningConsumer[]::new));

        stage.show(Scalings.decisions("scaling"));
        stage.check(
                Queues.drained(),
                Queues.nothingDeadLettered(),
                Accounts.nothingLost(messages),
                Accounts.nothingUnexpected(messages),
                Effects.performedOnce(),
                Scalings.equilibrium(producer.name(), STEADY),
                Scalings.outAndInSeen());
    }

    private int looks() {
        return Math.max(1, limitSeconds / lookSeconds);
    }

    private Duration work(Stage stage) {
        Duration most = stage.visibilityTimeout().dividedBy(2);
        Duration asked = Duration.ofMillis(workMillis);
        return asked.compareTo(most) < 0 ? asked : most;
    }

    /** Looks at the load after a while, and adds or removes a consumer if it must. */
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
        fleet.addLast(stage.consumer()
                .with(Knobs.SIDE_EFFECT_DELAY_SECONDS, work.toMillis() / 1000.0)
                .start());
    }

    @Override
    public List<Control> controls() {
        return List.of(Control.named("single-consumer")
                .withOptions("--max-consumers=1", "--limit=12")
                .breaks("equilibrium reached"));
    }
}
