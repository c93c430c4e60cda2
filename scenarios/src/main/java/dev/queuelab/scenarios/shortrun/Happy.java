package dev.queuelab.scenarios.shortrun;

import com.google.auto.service.AutoService;
import dev.queuelab.core.knob.Acknowledge;
import dev.queuelab.core.knob.Knobs;
import dev.queuelab.scenarios.check.Accounts;
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

@Command(description = "When nothing fails, every message is processed once and deleted.")
@AutoService(Scenario.class)
public final class Happy implements Scenario {
    @Option(
            names = "--count",
            paramLabel = "N",
            converter = Whole.FromOne.class,
            defaultValue = "10",
            description = "messages to send, at least 1 (default: ${DEFAULT-VALUE})")
    private int count;

    @Option(
            names = "--batch-size",
            paramLabel = "N",
            converter = Whole.Batch.class,
            defaultValue = "10",
            description = "messages in one call to the queue, 1 to 10 (default: ${DEFAULT-VALUE})")
    private int batchSize;

    @Override
    public void play(Stage stage) {
        Messages messages = stage.producer().batchSize(batchSize).send(count);
        stage.consumer().runUntilDrained(stage);

        stage.check(
                Queues.drained(),
                Queues.nothingDeadLettered(),
                Accounts.nothingLost(messages),
                Accounts.nothingUnexpected(messages),
                Effects.performedOnce());
    }

    @Override
    public List<Control> controls() {
        return List.of(Control.named("never-deleted")
                .with(Knobs.ACKNOWLEDGE, Acknowledge.NEVER)
                .breaks("nothing dead-lettered"));
    }
}
