package dev.queuelab.scenarios.shortrun;

import com.google.auto.service.AutoService;
import dev.queuelab.core.knob.ExternalService;
import dev.queuelab.core.knob.Idempotency;
import dev.queuelab.core.knob.Knobs;
import dev.queuelab.scenarios.check.Accounts;
import dev.queuelab.scenarios.check.Deliveries;
import dev.queuelab.scenarios.check.Effects;
import dev.queuelab.scenarios.check.Messages;
import dev.queuelab.scenarios.check.Queues;
import dev.queuelab.scenarios.kit.Control;
import dev.queuelab.scenarios.kit.RunningConsumer;
import dev.queuelab.scenarios.kit.Scenario;
import dev.queuelab.scenarios.kit.Stage;
import dev.queuelab.scenarios.kit.Whole;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * A slow consumer holds messages for longer than the visibility timeout, so the queue gives them to a quick one as
 * well. The quick one does the work while the slow one, which looked before that, still believes it undone.
 */
@Command(
        description =
                "Work that outlives the visibility timeout is delivered again, to somebody else, and still done once.")
@AutoService(Scenario.class)
public final class Dup implements Scenario {
    /** How much longer than the visibility timeout the slow consumer works on its first message. */
    private static final double TOO_SLOW = 1.5;

    private static final int MOST_IN_A_BATCH = 10;

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

        double seconds = stage.visibilityTimeout().toMillis() / 1000.0 * TOO_SLOW;
        RunningConsumer slow = stage.consumer()
                .with(Knobs.SIDE_EFFECT_DELAY_SECONDS, seconds)
                .with(Knobs.MAX_MESSAGES, MOST_IN_A_BATCH)
                .start();
        slow.awaitReceived();
        RunningConsumer quick =
                stage.consumer().with(Knobs.MAX_MESSAGES, MOST_IN_A_BATCH).start();
        stage.awaitDrained();
        stage.stop(slow, quick);

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
        return List.of(
                Control.named("no-idempotency")
                        .with(Knobs.IDEMPOTENCY, Idempotency.NONE)
                        .breaks("effects performed once"),
                Control.named("naive-service")
                        .with(Knobs.EXTERNAL_SERVICE, ExternalService.NAIVE)
                        .breaks("effects performed once"));
    }
}
