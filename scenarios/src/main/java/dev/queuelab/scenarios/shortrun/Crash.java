package dev.queuelab.scenarios.shortrun;

import com.google.auto.service.AutoService;
import dev.queuelab.core.knob.Acknowledge;
import dev.queuelab.core.knob.Knobs;
import dev.queuelab.scenarios.check.Check;
import dev.queuelab.scenarios.check.DeliveryChecks;
import dev.queuelab.scenarios.check.LossChecks;
import dev.queuelab.scenarios.check.QueueChecks;
import dev.queuelab.scenarios.kit.Control;
import dev.queuelab.scenarios.kit.MessageCount;
import dev.queuelab.scenarios.kit.Scenario;
import dev.queuelab.scenarios.kit.Stage;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        description =
                "A consumer that dies after receiving loses nothing: the message comes back and is processed once.")
@AutoService(Scenario.class)
public final class Crash implements Scenario {
    @Mixin
    private final MessageCount count = MessageCount.defaultsTo(3);

    @Override
    public List<String> steps() {
        return List.of(
                "Send messages.",
                "Run a consumer that crashes right after its first receive.",
                "Run another consumer until the queue is drained.");
    }

    @Override
    public void play(Stage stage) {
        stage.producer().send(count.get());
        stage.consumer().crashAfterReceive().runUntilCrash();
        stage.consumer().runUntilDrained(stage);
    }

    @Override
    public List<Check> checks() {
        return List.of(QueueChecks.NOTHING_DEAD_LETTERED, LossChecks.NOTHING_LOST, DeliveryChecks.redelivered(1));
    }

    @Override
    public List<Control> controls() {
        return List.of(Control.named("deleted-before-work")
                .with(Knobs.ACKNOWLEDGE, Acknowledge.BEFORE)
                .breaks(LossChecks.NOTHING_LOST));
    }
}
