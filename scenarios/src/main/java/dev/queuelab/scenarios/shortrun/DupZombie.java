package dev.queuelab.scenarios.shortrun;

import com.google.auto.service.AutoService;
import dev.queuelab.core.knob.ExternalService;
import dev.queuelab.core.knob.Knobs;
import dev.queuelab.core.toolbox.Seconds;
import dev.queuelab.scenarios.check.Check;
import dev.queuelab.scenarios.check.DeliveryChecks;
import dev.queuelab.scenarios.check.EffectChecks;
import dev.queuelab.scenarios.check.FencingChecks;
import dev.queuelab.scenarios.check.LossChecks;
import dev.queuelab.scenarios.check.QueueChecks;
import dev.queuelab.scenarios.kit.ConsumerSetup;
import dev.queuelab.scenarios.kit.Control;
import dev.queuelab.scenarios.kit.Need;
import dev.queuelab.scenarios.kit.RunningConsumer;
import dev.queuelab.scenarios.kit.Scenario;
import dev.queuelab.scenarios.kit.Stage;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Command;

/**
 * A consumer stands still for longer than its lease, as in a long garbage collection, and then goes on as if no time had
 * passed. Another has finished its message meanwhile. No lease stops the first one: it does not know that it has lost it.
 * What stops it is that both tables have seen a newer claim.
 */
@Command(
        description =
                "A consumer that stood still, and lost its message to another, has what it does too late refused.")
@AutoService(Scenario.class)
public final class DupZombie implements Scenario {
    @Override
    public List<Need> needs() {
        return List.of(Need.LEASE, Need.FENCING);
    }

    @Override
    public Duration expectedWait(Duration visibilityTimeout) {
        return visibilityTimeout.multipliedBy(2);
    }

    @Override
    public List<String> steps() {
        return List.of(
                "Send a message, start a consumer that claims it and works on it, and pause the consumer before the effect.",
                "Run another consumer until the queue is drained: the lease has ended, so it takes over.",
                "Let the first one go on: its effect comes too late.",
                "Do the same with a consumer that is paused after the effect: its completion comes too late.");
    }

    @Override
    public void play(Stage stage) {
        Duration visibilityTimeout = stage.queue().visibilityTimeout();
        stage.producer().send(1);
        RunningConsumer lateEffect =
                consumer(stage, "late-effect").workFor(visibilityTimeout).start();
        lateEffect.awaitWorking();
        outlive(stage, lateEffect, "heir-1");

        stage.producer().send(1);
        RunningConsumer lateCompletion = consumer(stage, "late-completion")
                .with(Knobs.COMPLETION_DELAY_SECONDS, Seconds.of(visibilityTimeout))
                .start();
        lateCompletion.awaitPerformed();
        outlive(stage, lateCompletion, "heir-2");
    }

    /** Another consumer finishes the message of one that stands still, which then goes on. */
    private static void outlive(Stage stage, RunningConsumer zombie, String heir) {
        zombie.pause();
        consumer(stage, heir).runUntilDrained(stage);
        zombie.resume();
        stage.stop(zombie);
    }

    private static ConsumerSetup consumer(Stage stage, String label) {
        return stage.consumer(label)
                .with(Knobs.EXTERNAL_SERVICE, ExternalService.NAIVE)
                .with(
                        Knobs.LEASE_SECONDS,
                        Seconds.of(stage.queue().visibilityTimeout().dividedBy(2)))
                .with(Knobs.FENCING, true)
                .withShortPolls();
    }

    @Override
    public List<Check> checks() {
        return List.of(
                QueueChecks.NOTHING_DEAD_LETTERED,
                LossChecks.NOTHING_LOST,
                FencingChecks.LATE_EFFECT_REFUSED,
                FencingChecks.LATE_COMPLETION_REFUSED,
                DeliveryChecks.redelivered(2));
    }

    @Override
    public List<Control> controls() {
        return List.of(Control.named("no-fencing")
                .with(Knobs.FENCING, false)
                .breaks(
                        EffectChecks.PERFORMED_ONCE,
                        FencingChecks.LATE_EFFECT_REFUSED,
                        FencingChecks.LATE_COMPLETION_REFUSED));
    }
}
