package dev.queuelab.scenarios.conformance;

import com.google.auto.service.AutoService;
import dev.queuelab.scenarios.check.Check;
import dev.queuelab.scenarios.check.Labels;
import dev.queuelab.scenarios.check.LossChecks;
import dev.queuelab.scenarios.check.PollChecks;
import dev.queuelab.scenarios.check.QueueChecks;
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
                "A consumer that waits for messages when SIGTERM comes ends, and takes no message that comes later.")
@AutoService(Scenario.class)
public final class ShutdownIdle implements Scenario {
    private static final String LEAVING = "leaving";
    private static final String PROCESS = Labels.process(Labels.CONSUMER, LEAVING);

    private final ShutdownChecks shutdown = new ShutdownChecks(PROCESS);

    @Mixin
    private final MessageCount count = MessageCount.defaultsTo(3);

    @Override
    public boolean needsGateway() {
        return true;
    }

    @Override
    public Duration expectedWait(Duration visibilityTimeout) {
        return Duration.ofSeconds(1);
    }

    @Override
    public List<String> steps() {
        return List.of(
                "Start a consumer, and once it waits for messages, send it SIGTERM and wait for its end.",
                "Send messages.",
                "Run another consumer until the queue is drained.");
    }

    @Override
    public void play(Stage stage) {
        RunningConsumer leaving = stage.consumer(LEAVING).start();
        leaving.awaitBegun();
        leaving.terminate();
        stage.producer().send(count.get());
        stage.consumer().runUntilDrained(stage);
    }

    @Override
    public List<Check> checks() {
        return List.of(
                QueueChecks.NOTHING_DEAD_LETTERED,
                LossChecks.NOTHING_LOST,
                shutdown.endedByItself(),
                PollChecks.noneAfterSigterm(PROCESS),
                shutdown.othersUntouched());
    }

    /** Our own consumer has no knob by which it ignores SIGTERM; tests have a program that does. */
    @Override
    public List<Control> controls() {
        return List.of();
    }
}
