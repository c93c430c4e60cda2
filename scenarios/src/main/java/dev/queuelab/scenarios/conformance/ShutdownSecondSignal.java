package dev.queuelab.scenarios.conformance;

import com.google.auto.service.AutoService;
import dev.queuelab.scenarios.check.Check;
import dev.queuelab.scenarios.check.Labels;
import dev.queuelab.scenarios.check.LossChecks;
import dev.queuelab.scenarios.check.QueueChecks;
import dev.queuelab.scenarios.check.ShutdownChecks;
import dev.queuelab.scenarios.kit.Control;
import dev.queuelab.scenarios.kit.MessageCount;
import dev.queuelab.scenarios.kit.RunningConsumer;
import dev.queuelab.scenarios.kit.Scenario;
import dev.queuelab.scenarios.kit.Stage;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** A second signal may make a consumer hurry, so that what it has in hand may come back; but it may lose nothing. */
@Command(description = "A consumer that gets SIGTERM twice while it works ends, and loses nothing.")
@AutoService(Scenario.class)
public final class ShutdownSecondSignal implements Scenario {
    private static final String LEAVING = "leaving";

    /** The work takes half of the visibility timeout: long enough to be hit. */
    private static final int WORK = 2;

    private final ShutdownChecks shutdown = new ShutdownChecks(Labels.process(Labels.CONSUMER, LEAVING));

    @Mixin
    private final MessageCount count = MessageCount.defaultsTo(3);

    @Override
    public boolean needsGateway() {
        return true;
    }

    @Override
    public List<String> steps() {
        return List.of(
                "Send messages.",
                "Start a consumer whose work takes half of the visibility timeout.",
                "Once it is at work, send it SIGTERM twice, and wait for its end.",
                "Run another consumer until the queue is drained.");
    }

    @Override
    public void play(Stage stage) {
        stage.producer().send(count.get());
        RunningConsumer leaving = stage.consumer(LEAVING)
                .workFor(stage.queue().visibilityTimeout().dividedBy(WORK))
                .start();
        leaving.awaitWorking();
        leaving.askToStop();
        leaving.askToStop();
        leaving.awaitEnd();
        stage.consumer().runUntilDrained(stage);
    }

    @Override
    public List<Check> checks() {
        return List.of(QueueChecks.NOTHING_DEAD_LETTERED, LossChecks.NOTHING_LOST, shutdown.endedByItself());
    }

    @Override
    public List<Control> controls() {
        return List.of();
    }
}
