package dev.queuelab.scenarios.shortrun;

import com.google.auto.service.AutoService;
import dev.queuelab.core.knob.Acknowledge;
import dev.queuelab.core.knob.Knobs;
import dev.queuelab.scenarios.check.Accounts;
import dev.queuelab.scenarios.check.Deliveries;
import dev.queuelab.scenarios.check.Effects;
import dev.queuelab.scenarios.check.Messages;
import dev.queuelab.scenarios.check.Queues;
import dev.queuelab.scenarios.kit.Control;
import dev.queuelab.scenarios.kit.Scenario;
import dev.queuelab.scenarios.kit.Stage;
import dev.queuelab.scenarios.kit.Whole;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        description =
                "A consumer that dies after receiving loses nothing: the message comes back and is processed once.")
@AutoService(Scenario.class)
public final class Crash implements Scenario {
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
        stage.consumer().with(Knobs.CRASH_AFTER_RECEIVE, true).runUntilCrash();
        stage.consumer().runUntilDrained(stage);

        stage.check(
                Queues.drained(),
                Queues.nothingDeadLettered(),
                Accounts.nothingLost(messages),
                Accounts.nothingUnexpected(messages),
                Effects.performedOnce(),
                Deliveries.redelivered(messages, 1));
    }

    @Override
    public List<Control> controls() {
        return List.of(Control.named("deleted-before-work")
                .with(Knobs.ACKNOWLEDGE, Acknowledge.BEFORE)
                .breaks("nothing lost"));
    }
}
