package dev.queuelab.scenarios.shortrun;

import com.google.auto.service.AutoService;
import dev.queuelab.core.knob.Acknowledge;
import dev.queuelab.core.knob.IdentitySource;
import dev.queuelab.core.knob.Knobs;
import dev.queuelab.core.payload.Payload;
import dev.queuelab.scenarios.check.Check;
import dev.queuelab.scenarios.check.EffectChecks;
import dev.queuelab.scenarios.check.LossChecks;
import dev.queuelab.scenarios.check.QueueChecks;
import dev.queuelab.scenarios.check.RedriveChecks;
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

/**
 * The consumer has two defects: it rejects some messages, and it does not delete the others, whose work it has done. All
 * of them end in the dead-letter queue. Once it is fixed they are moved back: the rejected ones must be done now, and
 * the others must not be done again, although the queue may give each of them a new MessageId.
 */
@Command(
        description =
                "Dead letters moved back after a fix are all processed, and what was done before is not repeated.")
@AutoService(Scenario.class)
public final class DlqRedrive implements Scenario {
    @Mixin
    private final MessageCount count = MessageCount.defaultsTo(5);

    @Option(
            names = "--poison-count",
            paramLabel = "N",
            converter = IntOption.FromZero.class,
            defaultValue = "2",
            description = "how many of them are rejected at first, at most --count (default: ${DEFAULT-VALUE})")
    private int poisonCount;

    @Override
    public Optional<String> invalidOptions() {
        return poisonCount <= count.get()
                ? Optional.empty()
                : Optional.of(
                        "--poison-count=" + poisonCount + " is not accepted: expected at most --count, " + count.get());
    }

    @Override
    public List<String> emulations() {
        return List.of("redrive-new-ids");
    }

    @Override
    public Duration expectedWait(Duration visibilityTimeout) {
        return visibilityTimeout.multipliedBy(2);
    }

    @Override
    public List<Need> needs() {
        return List.of(Need.EFFECTS, Need.POISON_MARKER, Need.ACKNOWLEDGE_NEVER);
    }

    @Override
    public List<String> steps() {
        return List.of(
                "Send messages, some of them poison.",
                "Run a consumer with two defects: it rejects poison, and it deletes nothing. All messages are dead-lettered.",
                "Move the dead letters back.",
                "Run a consumer without the defects until the queue is drained.");
    }

    @Override
    public void play(Stage stage) {
        stage.producer().poison(poisonCount).send(count.get());
        stage.consumer()
                .with(Knobs.REJECT_PAYLOAD_MARKER, Payload.POISON_MARKER)
                .with(Knobs.ACKNOWLEDGE, Acknowledge.NEVER)
                .runUntilDrained(stage);
        stage.operator().redrive();
        stage.consumer().runUntilDrained(stage);
    }

    @Override
    public List<Check> checks() {
        return List.of(
                QueueChecks.NOTHING_DEAD_LETTERED,
                LossChecks.NOTHING_LOST,
                LossChecks.ALL_COMPLETED,
                RedriveChecks.REDRIVEN_SEEN,
                RedriveChecks.NEW_MESSAGE_IDS_SEEN);
    }

    @Override
    public List<Control> controls() {
        return List.of(
                Control.named("redrive-before-fix")
                        .with(Knobs.REJECT_PAYLOAD_MARKER, Payload.POISON_MARKER)
                        .breaks(QueueChecks.NOTHING_DEAD_LETTERED, LossChecks.ALL_COMPLETED),
                Control.named("identity-from-message-id")
                        .with(Knobs.IDENTITY, IdentitySource.MESSAGE_ID)
                        .needs(RedriveChecks.NEW_MESSAGE_IDS_SEEN)
                        .breaks(EffectChecks.PERFORMED_ONCE));
    }
}
