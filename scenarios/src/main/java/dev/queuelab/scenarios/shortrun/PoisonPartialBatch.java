package dev.queuelab.scenarios.shortrun;

import com.google.auto.service.AutoService;
import dev.queuelab.core.knob.Acknowledge;
import dev.queuelab.core.knob.BatchFailure;
import dev.queuelab.core.knob.Knobs;
import dev.queuelab.core.payload.Payload;
import dev.queuelab.scenarios.check.Check;
import dev.queuelab.scenarios.check.DeliveryChecks;
import dev.queuelab.scenarios.check.EffectChecks;
import dev.queuelab.scenarios.check.LossChecks;
import dev.queuelab.scenarios.check.QueueChecks;
import dev.queuelab.scenarios.kit.Control;
import dev.queuelab.scenarios.kit.IntOption;
import dev.queuelab.scenarios.kit.MessageCount;
import dev.queuelab.scenarios.kit.Need;
import dev.queuelab.scenarios.kit.Scenario;
import dev.queuelab.scenarios.kit.Stage;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        description =
                "Poison in a batch takes none of the others with it: they are deleted at first sight, it is dead-lettered.")
@AutoService(Scenario.class)
public final class PoisonPartialBatch implements Scenario {
    private static final int BATCH = 10;

    @Mixin
    private final MessageCount count = MessageCount.defaultsTo(10);

    @Option(
            names = "--poison-every",
            paramLabel = "N",
            converter = IntOption.FromOne.class,
            defaultValue = "3",
            description = "every Nth of them is poison, at least 1 (default: ${DEFAULT-VALUE})")
    private int poisonEvery;

    @Override
    public Duration expectedWait(Duration visibilityTimeout) {
        return visibilityTimeout.multipliedBy(2);
    }

    @Override
    public List<Need> needs() {
        return List.of(Need.POISON_MARKER, Need.BATCH_RECEIVE);
    }

    @Override
    public List<String> steps() {
        return List.of(
                "Send a batch in which every third message is poison.",
                "Run a consumer that receives ten messages at a time and rejects poison, until the queue is drained.");
    }

    @Override
    public void play(Stage stage) {
        stage.producer().poisonEvery(poisonEvery).send(count.get());
        stage.consumer()
                .with(Knobs.MAX_MESSAGES, BATCH)
                .with(Knobs.REJECT_PAYLOAD_MARKER, Payload.POISON_MARKER)
                .runUntilDrained(stage);
    }

    @Override
    public List<Check> checks() {
        return List.of(
                QueueChecks.ONLY_POISON_DEAD_LETTERED,
                LossChecks.NOTHING_LOST,
                EffectChecks.POISON_NEVER_PERFORMED,
                DeliveryChecks.GOOD_DELETED_AT_FIRST_SIGHT,
                DeliveryChecks.DEAD_LETTERED_AT_THE_LIMIT,
                DeliveryChecks.batchSeen(Math.min(count.get(), 2)));
    }

    @Override
    public List<Control> controls() {
        return List.of(
                Control.named("whole-batch-fails")
                        .with(Knobs.BATCH_FAILURE, BatchFailure.ALL)
                        .breaks(DeliveryChecks.GOOD_DELETED_AT_FIRST_SIGHT, QueueChecks.ONLY_POISON_DEAD_LETTERED),
                Control.named("failures-swallowed")
                        .with(Knobs.ACKNOWLEDGE, Acknowledge.ALWAYS)
                        .breaks(LossChecks.NOTHING_LOST));
    }
}
