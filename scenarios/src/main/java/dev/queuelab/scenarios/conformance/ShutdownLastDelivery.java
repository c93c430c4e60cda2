package dev.queuelab.scenarios.conformance;

import com.google.auto.service.AutoService;
import dev.queuelab.core.knob.Knobs;
import dev.queuelab.core.knob.OnSigterm;
import dev.queuelab.scenarios.check.Check;
import dev.queuelab.scenarios.check.DeliveryChecks;
import dev.queuelab.scenarios.check.LossChecks;
import dev.queuelab.scenarios.check.QueueChecks;
import dev.queuelab.scenarios.kit.Control;
import dev.queuelab.scenarios.kit.RunningConsumer;
import dev.queuelab.scenarios.kit.Scenario;
import dev.queuelab.scenarios.kit.Stage;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Command;

/** A death takes the first of two deliveries. What the second consumer does not finish, the queue dead-letters. */
@Command(
        description =
                "A consumer that is asked to stop while it works on a message's last delivery finishes it, since nobody"
                        + " else can.")
@AutoService(Scenario.class)
public final class ShutdownLastDelivery implements Scenario {
    private static final String LEAVING = "leaving";

    /** The work takes half of the visibility timeout: long enough to be hit, and done before redelivery. */
    private static final int WORK = 2;

    @Override
    public boolean needsGateway() {
        return true;
    }

    @Override
    public Duration expectedWait(Duration visibilityTimeout) {
        return visibilityTimeout.multipliedBy(2);
    }

    @Override
    public List<String> steps() {
        return List.of(
                "Send a message, which may be received twice. Kill a consumer at work on it.",
                "Start a consumer whose work takes half of the visibility timeout.",
                "Once it is at work, send it SIGTERM and wait for its end.",
                "Run another consumer until the queue is drained.");
    }

    @Override
    public void play(Stage stage) {
        Duration work = stage.queue().visibilityTimeout().dividedBy(WORK);
        stage.producer().send(1);
        RunningConsumer victim = stage.consumer().workFor(work).start();
        victim.awaitWorking();
        victim.kill();
        RunningConsumer leaving = stage.consumer(LEAVING).workFor(work).start();
        leaving.awaitWorking();
        leaving.terminate();
        stage.consumer().runUntilDrained(stage);
    }

    @Override
    public List<Check> checks() {
        return List.of(QueueChecks.NOTHING_DEAD_LETTERED, LossChecks.NOTHING_LOST, DeliveryChecks.redelivered(1));
    }

    @Override
    public List<Control> controls() {
        return List.of(Control.named("abandon")
                .with(Knobs.ON_SIGTERM, OnSigterm.ABANDON)
                .breaks(QueueChecks.NOTHING_DEAD_LETTERED));
    }
}
