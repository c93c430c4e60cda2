package dev.queuelab.scenarios.shortrun;

import com.google.auto.service.AutoService;
import dev.queuelab.core.knob.Acknowledge;
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
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        description =
                "A message that is always rejected ends in the dead-letter queue, and holds up none of the others.")
@AutoService(Scenario.class)
public final class Poison implements Scenario {
    @Mixin
    private final MessageCount count = MessageCount.defaultsTo(5);

    @Option(
            names = "--poison-count",
            paramLabel = "N",
            converter = IntOption.FromZero.class,
            defaultValue = "2",
            description = "how many of them are poison, at most --count (default: ${DEFAULT-VALUE})")
    private int poisonCount;

    @Override
    public Optional<String> invalidOptions() {
        return poisonCount <= count.get()
                ? Optional.empty()
                : Optional.of(
                        "--poison-count=" + poisonCount + " is not accepted: expected at most --count, " + count.get());
    }

    @Override
    public Duration expectedWait(Duration visibilityTimeout) {
        return visibilityTimeout.multipliedBy(2);
    }

    @Override
    public List<Need> needs() {
        return List.of(Need.POISON_MARKER);
    }

    @Override
    public List<String> steps() {
        return List.of(
                "Send messages, some of them poison.",
                "Run a consumer that rejects poison until the queue is drained.");
    }

    @Override
    public void play(Stage stage) {
        stage.producer().poison(poisonCount).send(count.get());
        stage.consumer()
                .with(Knobs.REJECT_PAYLOAD_MARKER, Payload.POISON_MARKER)
                .runUntilDrained(stage);
    }

    @Override
    public List<Check> checks() {
        return List.of(
                QueueChecks.ONLY_POISON_DEAD_LETTERED,
                LossChecks.NOTHING_LOST,
                EffectChecks.POISON_NEVER_PERFORMED,
                DeliveryChecks.DEAD_LETTERED_AT_THE_LIMIT);
    }

    @Override
    public List<Control> controls() {
        return List.of(
                Control.named("deleted-before-work")
                        .with(Knobs.ACKNOWLEDGE, Acknowledge.BEFORE)
                        .breaks(LossChecks.NOTHING_LOST),
                Control.named("nothing-rejected")
                        .with(Knobs.REJECT_PAYLOAD_MARKER, "")
                        .breaks(EffectChecks.POISON_NEVER_PERFORMED));
    }
}
