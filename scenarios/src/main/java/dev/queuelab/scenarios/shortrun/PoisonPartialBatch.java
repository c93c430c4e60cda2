package dev.queuelab.scenarios.shortrun;

import com.google.auto.service.AutoService;
import dev.queuelab.core.knob.Acknowledge;
import dev.queuelab.core.knob.BatchFailure;
import dev.queuelab.core.knob.Knobs;
import dev.queuelab.core.payload.Payload;
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
                "Poison in a batch takes none of the others with it: they are deleted at first sight, it is dead-lettered.")
@AutoService(Scenario.class)
public final class PoisonPartialBatch implements Scenario {
    private static final int BATCH = 10;

    @Option(
            names = "--count",
            paramLabel = "N",
            converter = Whole.FromOne.class,
            defaultValue = "10",
            description = "messages to send, at least 1 (default: ${DEFAULT-VALUE})")
    private int count;

    @Option(
            names = "--poison-every",
            paramLabel = "N",
            converter = Whole.FromOne.class,
            defaultValue = "3",
            description = "every Nth of them is poison, at least 1 (default: ${DEFAULT-VALUE})")
    private int poisonEvery;

    @Override
    public void play(Stage stage) {
        Messages messages = stage.producer().poisonEvery(poisonEvery).send(count);
        stage.consumer()
                .with(Knobs.MAX_MESSAGES, BATCH)
                .with(Knobs.REJECT_PAYLOAD_MARKER, Payload.POISON_MARKER)
                .runUntilDrained(stage);

        stage.check(
                Queues.drained(),
                Queues.onlyDeadLettered("poison", messages.poison()),
                Accounts.nothingLost(messages),
                Accounts.nothingUnexpected(messages),
                Effects.performedOnce(),
                Effects.neverPerformed("poison", messages.poison()),
                Deliveries.deletedAtFirstSight("good", messages.good()),
                Deliveries.deadLetteredAfter(stage.maxReceiveCount()),
                Deliveries.batchSeen(Math.min(count, 2)));
    }

    @Override
    public List<Control> controls() {
        return List.of(
                Control.named("whole-batch-fails")
                        .with(Knobs.BATCH_FAILURE, BatchFailure.ALL)
                        .breaks("good deleted at first sight", "only poison dead-lettered"),
                Control.named("failures-swallowed")
                        .with(Knobs.ACKNOWLEDGE, Acknowledge.ALWAYS)
                        .breaks("nothing lost"));
    }
}
