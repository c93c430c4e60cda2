package dev.queuelab.scenarios.shortrun;

import com.google.auto.service.AutoService;
import dev.queuelab.core.knob.Acknowledge;
import dev.queuelab.core.knob.IdentitySource;
import dev.queuelab.core.knob.Knobs;
import dev.queuelab.core.payload.Payload;
import dev.queuelab.scenarios.check.Accounts;
import dev.queuelab.scenarios.check.Effects;
import dev.queuelab.scenarios.check.Messages;
import dev.queuelab.scenarios.check.Queues;
import dev.queuelab.scenarios.check.Redrives;
import dev.queuelab.scenarios.kit.Control;
import dev.queuelab.scenarios.kit.Scenario;
import dev.queuelab.scenarios.kit.Stage;
import dev.queuelab.scenarios.kit.Whole;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * The consumer has two defects: it rejects some messages, and it may not delete the others, whose work it has done. All
 * of them end in the dead-letter queue. Once it is fixed they are moved back: the rejected ones must be done now, and
 * the others must not be done again, although the queue may call each of them by a new MessageId.
 */
@Command(
        description =
                "Dead letters moved back after a fix are all processed, and what was done before is not repeated.")
@AutoService(Scenario.class)
public final class DlqRedrive implements Scenario {
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
            description = "how many of them are rejected at first, at most --count (default: ${DEFAULT-VALUE})")
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
                .with(Knobs.ACKNOWLEDGE, Acknowledge.NEVER)
                .runUntilDrained(stage);
        stage.operator().redrive();
        stage.consumer().runUntilDrained(stage);

        stage.check(
                Queues.drained(),
                Queues.nothingDeadLettered(),
                Accounts.nothingLost(messages),
                Accounts.nothingUnexpected(messages),
                Accounts.completed(messages),
                Effects.performedOnce(),
                Redrives.deliveredAgain(messages),
                Redrives.newMessageIds(messages));
    }

    @Override
    public List<Control> controls() {
        return List.of(
                Control.named("redrive-before-fix")
                        .with(Knobs.REJECT_PAYLOAD_MARKER, Payload.POISON_MARKER)
                        .breaks("nothing dead-lettered", "all completed"),
                Control.named("identity-from-message-id")
                        .with(Knobs.IDENTITY, IdentitySource.MESSAGE_ID)
                        .needs(Redrives.NEW_MESSAGE_IDS)
                        .breaks("effects performed once"));
    }
}
