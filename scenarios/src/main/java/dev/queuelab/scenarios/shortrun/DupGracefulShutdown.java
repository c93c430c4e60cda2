package dev.queuelab.scenarios.shortrun;

import com.google.auto.service.AutoService;
import dev.queuelab.core.knob.Knobs;
import dev.queuelab.core.knob.OnSigterm;
import dev.queuelab.scenarios.check.Accounts;
import dev.queuelab.scenarios.check.Effects;
import dev.queuelab.scenarios.check.Messages;
import dev.queuelab.scenarios.check.Queues;
import dev.queuelab.scenarios.check.Shutdowns;
import dev.queuelab.scenarios.kit.Control;
import dev.queuelab.scenarios.kit.RunningConsumer;
import dev.queuelab.scenarios.kit.Scenario;
import dev.queuelab.scenarios.kit.Stage;
import dev.queuelab.scenarios.kit.Whole;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(description = "A consumer told to stop finishes the message in hand, touches no other, and exits with 0.")
@AutoService(Scenario.class)
public final class DupGracefulShutdown implements Scenario {
    /** How much of the visibility timeout the work takes: long enough to be hit, and done before redelivery. */
    private static final double WORK = 0.5;

    @Option(
            names = "--count",
            paramLabel = "N",
            converter = Whole.FromOne.class,
            defaultValue = "3",
            description = "messages to send, at least 1 (default: ${DEFAULT-VALUE})")
    private int count;

    @Override
    public void play(Stage stage) {
        Messages messages = stage.producer().send(count);
        double seconds = stage.visibilityTimeout().toMillis() / 1000.0 * WORK;
        RunningConsumer told =
                stage.consumer().with(Knobs.SIDE_EFFECT_DELAY_SECONDS, seconds).start();
        told.awaitReceived();
        told.terminate();
        RunningConsumer next = stage.consumer().start();
        stage.awaitDrained();
        next.terminate();

        stage.check(
                Queues.drained(),
                Queues.nothingDeadLettered(),
                Accounts.nothingLost(messages),
                Accounts.nothingUnexpected(messages),
                Effects.performedOnce(),
                Shutdowns.exitedWith(told.name(), 0),
                Shutdowns.workInHandFinished(told.name()),
                Shutdowns.othersUntouched(told.name(), messages));
    }

    @Override
    public List<Control> controls() {
        return List.of(Control.named("abandon")
                .with(Knobs.ON_SIGTERM, OnSigterm.ABANDON)
                .breaks("exited with 0", "work in hand finished"));
    }
}
