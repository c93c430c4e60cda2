package dev.queuelab.scenarios.shortrun;

import com.google.auto.service.AutoService;
import dev.queuelab.core.knob.Knobs;
import dev.queuelab.core.knob.OnSigterm;
import dev.queuelab.scenarios.check.Check;
import dev.queuelab.scenarios.check.Labels;
import dev.queuelab.scenarios.check.LossChecks;
import dev.queuelab.scenarios.check.QueueChecks;
import dev.queuelab.scenarios.check.Requirement;
import dev.queuelab.scenarios.check.ShutdownChecks;
import dev.queuelab.scenarios.kit.Control;
import dev.queuelab.scenarios.kit.MessageCount;
import dev.queuelab.scenarios.kit.RunningConsumer;
import dev.queuelab.scenarios.kit.Scenario;
import dev.queuelab.scenarios.kit.Stage;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        description =
                "A consumer that is asked to stop finishes the message in hand, touches no other, and exits with 0.")
@AutoService(Scenario.class)
public final class DupGracefulShutdown implements Scenario {
    /** The work takes half of the visibility timeout: long enough to be hit, and done before redelivery. */
    private static final int WORK = 2;

    private static final String LEAVING = "leaving";

    private final ShutdownChecks shutdown = new ShutdownChecks(Labels.process(Labels.CONSUMER, LEAVING));
    private final Requirement exitedWithZero = shutdown.exitedWithZero();
    private final Requirement workInHandFinished = shutdown.workInHandFinished();

    @Mixin
    private final MessageCount count = MessageCount.defaultsTo(3);

    @Override
    public Duration expectedWait(Duration visibilityTimeout) {
        return visibilityTimeout.dividedBy(WORK);
    }

    @Override
    public List<String> steps() {
        return List.of(
                "Send messages.",
                "Start a consumer whose work takes half of the visibility timeout.",
                "Once it is at work, send it SIGTERM and wait for its exit.",
                "Run another consumer until the queue is drained.");
    }

    @Override
    public void play(Stage stage) {
        stage.producer().send(count.get());
        RunningConsumer leaving = stage.consumer(LEAVING)
                .workFor(stage.queue().visibilityTimeout().dividedBy(WORK))
                .start();
        leaving.awaitWorking();
        leaving.terminate();
        RunningConsumer next = stage.consumer().withShortPolls().start();
        stage.awaitDrained();
        next.terminate();
    }

    @Override
    public List<Check> checks() {
        return List.of(
                QueueChecks.NOTHING_DEAD_LETTERED,
                LossChecks.NOTHING_LOST,
                exitedWithZero,
                workInHandFinished,
                shutdown.othersUntouched());
    }

    @Override
    public List<Control> controls() {
        return List.of(Control.named("abandon")
                .with(Knobs.ON_SIGTERM, OnSigterm.ABANDON)
                .breaks(exitedWithZero, workInHandFinished));
    }
}
