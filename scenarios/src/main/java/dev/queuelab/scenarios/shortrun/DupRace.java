package dev.queuelab.scenarios.shortrun;

import com.google.auto.service.AutoService;
import dev.queuelab.core.knob.ExternalService;
import dev.queuelab.core.knob.Knobs;
import dev.queuelab.core.toolbox.Seconds;
import dev.queuelab.scenarios.check.Check;
import dev.queuelab.scenarios.check.DeliveryChecks;
import dev.queuelab.scenarios.check.EffectChecks;
import dev.queuelab.scenarios.check.LeaseChecks;
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
 * Two consumers hold the same message, and the external service does not recognize a repetition. Each looks before it does
 * the work, and finds nothing, since the other has only begun it. What keeps the second one out is the first one's claim.
 * The first is paused meanwhile: so the second meets the claim however slow the machine is.
 */
@Command(
        description =
                "Two consumers that hold the same message do its work once: a lease keeps the second one out, or takes over.")
@AutoService(Scenario.class)
public final class DupRace implements Scenario {
    /** In visibility timeouts: no machine is so slow that this lease ends before the second consumer has met it. */
    private static final int LONG = 15;

    /** Shorter than any work here, and than any visibility timeout. */
    private static final double TOO_SHORT_SECONDS = 0.5;

    @Override
    public List<Need> needs() {
        return List.of(Need.LEASE);
    }

    @Override
    public Duration expectedWait(Duration visibilityTimeout) {
        return visibilityTimeout.plus(shortLease(visibilityTimeout));
    }

    @Override
    public List<String> steps() {
        return List.of(
                "Send a message, and start a consumer that claims it and works on it. Pause the consumer.",
                "Run another consumer, which receives the message while the lease holds.",
                "Let the first one go on, and wait until the queue is drained.",
                "Send a message, kill a consumer that has claimed it and works on it, and run another consumer until the"
                        + " queue is drained.");
    }

    /** It outlasts the visibility timeout, so that it is met when the message comes again. */
    private static Duration shortLease(Duration visibilityTimeout) {
        return visibilityTimeout.multipliedBy(3).dividedBy(2);
    }

    @Override
    public void play(Stage stage) {
        Duration visibilityTimeout = stage.queue().visibilityTimeout();
        stage.producer().send(1);
        RunningConsumer owner = consumer(stage, "owner", visibilityTimeout.multipliedBy(LONG))
                .workFor(visibilityTimeout)
                .start();
        owner.awaitWorking();
        owner.pause();
        RunningConsumer rival =
                consumer(stage, "rival", visibilityTimeout.multipliedBy(LONG)).start();
        rival.awaitDecided();
        owner.resume();
        stage.awaitDrained();
        stage.stop(owner, rival);

        stage.producer().send(1);
        RunningConsumer victim = consumer(stage, "victim", shortLease(visibilityTimeout))
                .workFor(visibilityTimeout.multipliedBy(LONG))
                .start();
        victim.awaitWorking();
        victim.kill();
        consumer(stage, "heir", shortLease(visibilityTimeout)).runUntilDrained(stage);
    }

    private static ConsumerSetup consumer(Stage stage, String label, Duration lease) {
        return stage.consumer(label)
                .with(Knobs.EXTERNAL_SERVICE, ExternalService.NAIVE)
                .with(Knobs.LEASE_SECONDS, Seconds.of(lease))
                .withShortPolls();
    }

    @Override
    public List<Check> checks() {
        return List.of(
                QueueChecks.NOTHING_DEAD_LETTERED,
                LossChecks.NOTHING_LOST,
                LeaseChecks.RESPECTED,
                LeaseChecks.TAKEN_OVER,
                LeaseChecks.MET,
                DeliveryChecks.redelivered(2));
    }

    @Override
    public List<Control> controls() {
        return List.of(
                Control.named("no-lease").with(Knobs.LEASE_SECONDS, 0.0).breaks(EffectChecks.PERFORMED_ONCE),
                Control.named("lease-shorter-than-work")
                        .with(Knobs.LEASE_SECONDS, TOO_SHORT_SECONDS)
                        .breaks(EffectChecks.PERFORMED_ONCE));
    }
}
