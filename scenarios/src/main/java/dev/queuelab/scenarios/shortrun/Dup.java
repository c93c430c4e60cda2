package dev.queuelab.scenarios.shortrun;

import com.google.auto.service.AutoService;
import dev.queuelab.core.knob.ExternalService;
import dev.queuelab.core.knob.Idempotency;
import dev.queuelab.core.knob.Knobs;
import dev.queuelab.scenarios.check.Check;
import dev.queuelab.scenarios.check.DeliveryChecks;
import dev.queuelab.scenarios.check.EffectChecks;
import dev.queuelab.scenarios.check.LossChecks;
import dev.queuelab.scenarios.check.QueueChecks;
import dev.queuelab.scenarios.kit.Control;
import dev.queuelab.scenarios.kit.MessageCount;
import dev.queuelab.scenarios.kit.RunningConsumer;
import dev.queuelab.scenarios.kit.Scenario;
import dev.queuelab.scenarios.kit.Stage;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * A slow consumer holds messages for longer than the visibility timeout, so the queue delivers them to a quick
 * one as well. The quick one does the work while the slow one, which looked before that, still believes it undone.
 * The slow one is paused meanwhile: it stays the slower one on however busy a machine.
 */
@Command(
        description =
                "Work that outlives the visibility timeout is delivered again, to somebody else, and still done once.")
@AutoService(Scenario.class)
public final class Dup implements Scenario {
    private static final int MOST_IN_A_BATCH = 10;

    @Mixin
    private final MessageCount count = MessageCount.defaultsTo(3);

    @Override
    public Duration expectedWait(Duration visibilityTimeout) {
        return work(visibilityTimeout);
    }

    @Override
    public List<String> steps() {
        return List.of(
                "Send messages.",
                "Start a slow consumer, which works on its first message for longer than the visibility timeout.",
                "Once it is at work, pause it, and run a quick consumer until the queue is drained.",
                "Let the slow one go on with what it holds, and once it asks for messages again, stop both.");
    }

    /** How long the slow consumer works on a message. */
    private static Duration work(Duration visibilityTimeout) {
        return visibilityTimeout.multipliedBy(3).dividedBy(2);
    }

    @Override
    public void play(Stage stage) {
        stage.producer().send(count.get());

        RunningConsumer slow = stage.consumer()
                .workFor(work(stage.queue().visibilityTimeout()))
                .with(Knobs.MAX_MESSAGES, MOST_IN_A_BATCH)
                .withShortPolls()
                .start();
        slow.awaitWorking();
        slow.pause();
        RunningConsumer quick = stage.consumer()
                .withShortPolls()
                .with(Knobs.MAX_MESSAGES, MOST_IN_A_BATCH)
                .start();
        stage.awaitDrained();
        slow.resume();
        slow.awaitNextReceive();
        stage.stop(slow, quick);
    }

    @Override
    public List<Check> checks() {
        return List.of(QueueChecks.NOTHING_DEAD_LETTERED, LossChecks.NOTHING_LOST, DeliveryChecks.redelivered(1));
    }

    @Override
    public List<Control> controls() {
        return List.of(
                Control.named("no-idempotency")
                        .with(Knobs.IDEMPOTENCY, Idempotency.NONE)
                        .breaks(EffectChecks.PERFORMED_ONCE),
                Control.named("naive-service")
                        .with(Knobs.EXTERNAL_SERVICE, ExternalService.NAIVE)
                        .breaks(EffectChecks.PERFORMED_ONCE));
    }
}
