package dev.queuelab.scenarios.shortrun;

import com.google.auto.service.AutoService;
import dev.queuelab.core.knob.Acknowledge;
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
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        description =
                "A message that is always rejected ends in the dead-letter queue, and holds up none of the others.")
@AutoService(Scenario.class)
public final class Poison implements Scenario {
    @Option(
            names = "--count",
            paramLabel = "N",
            converter = Whole.FromOne.class,
            defaultValue = "5",
            description = "messages to send, at least 1 (default: ${DEFAULT-VALUE})")
    private int count;

    @Option(
            names = "--poison-count",
            paramLabel = "N",
            converter = Whole.FromZero.class,
            defaultValue = "2",
            description = "how many of them are poison, at most --count (default: ${DEFAULT-VALUE})")
    private int poisonCount;

    @Override
    public Optional<String> problem() {
        return poisonCount <= count
                ? Optional.empty()
                : Optional.of("--poison-count=" + poisonCount + " is not accepted: expected at most --count, " + count);
    }

    @Override
    public void play(Stage stage) {
        Messages messages = stage.producer().poison(poisonCount).send(count);
        stage.consumer()
                .with(Knobs.REJECT_PAYLOAD_MARKER, Payload.POISON_MARKER)
                .runUntilDrained(stage);

        stage.check(
                Queues.drained(),
                Queues.onlyDeadLettered("poison", messages.poison()),
                Accounts.nothingLost(messages),
                Accounts.nothingUnexpected(messages),
                Effects.performedOnce(),
                Effects.neverPerformed("poison", messages.poison()),
                Deliveries.deadLetteredAfter(stage.maxReceiveCount()));
    }

    @Override
    public List<Control> controls() {
        return List.of(
                Control.named("deleted-before-work")
                        .with(Knobs.ACKNOWLEDGE, Acknowledge.BEFORE)
                        .breaks("nothing lost"),
                Control.named("nothing-rejected")
                        .with(Knobs.REJECT_PAYLOAD_MARKER, "")
                        .breaks("poison never performed"));
    }
}
