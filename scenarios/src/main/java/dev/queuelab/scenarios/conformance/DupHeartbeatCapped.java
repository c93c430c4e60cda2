package dev.queuelab.scenarios.conformance;

import com.google.auto.service.AutoService;
import dev.queuelab.core.knob.Idempotency;
import dev.queuelab.core.knob.Knobs;
import dev.queuelab.scenarios.check.Check;
import dev.queuelab.scenarios.check.DeliveryChecks;
import dev.queuelab.scenarios.check.EffectChecks;
import dev.queuelab.scenarios.check.LossChecks;
import dev.queuelab.scenarios.check.PollChecks;
import dev.queuelab.scenarios.check.QueueChecks;
import dev.queuelab.scenarios.kit.Control;
import dev.queuelab.scenarios.kit.RunningOutage;
import dev.queuelab.scenarios.kit.Scenario;
import dev.queuelab.scenarios.kit.Stage;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Command;

/**
 * SQS keeps a message invisible for 12 hours at most, whatever a heartbeat asks for. The gateway has it refuse sooner: the
 * message goes to another consumer while the first is still at work.
 */
@Command(
        description =
                "Work that outlasts the 12 hours of SQS's cap, shortened here, is done once, although a heartbeat is"
                        + " refused and the message is delivered again.")
@AutoService(Scenario.class)
public final class DupHeartbeatCapped extends RefusedExtension {
    private static final String FAULT = "visibility-cap";

    @Override
    public boolean needsGateway() {
        return true;
    }

    @Override
    public Duration expectedWait(Duration visibilityTimeout) {
        return work(visibilityTimeout);
    }

    @Override
    public List<String> steps() {
        return List.of(
                "From now on, the gateway refuses extensions beyond one and a half visibility timeouts after a receive.",
                "Send a message, and start a consumer that works on it for longer than that, and one that is ready for"
                        + " any message.",
                "Wait until the work is over and the queue is drained.");
    }

    private static Duration cap(Duration visibilityTimeout) {
        return visibilityTimeout.multipliedBy(3).dividedBy(2);
    }

    private static Duration work(Duration visibilityTimeout) {
        return visibilityTimeout.multipliedBy(2);
    }

    @Override
    public void play(Stage stage) {
        Duration visibilityTimeout = stage.queue().visibilityTimeout();
        long seconds = Math.max(1, cap(visibilityTimeout).toSeconds());
        RunningOutage cap = stage.outage("extensions capped", FAULT + ":seconds=" + seconds);
        workBesideAnother(stage, work(visibilityTimeout));
        cap.end();
    }

    @Override
    public List<Check> checks() {
        return List.of(
                QueueChecks.NOTHING_DEAD_LETTERED,
                LossChecks.NOTHING_LOST,
                PollChecks.met(FAULT, 1),
                DeliveryChecks.redelivered(1));
    }

    @Override
    public List<Control> controls() {
        return List.of(Control.named("no-idempotency")
                .with(Knobs.IDEMPOTENCY, Idempotency.NONE)
                .breaks(EffectChecks.PERFORMED_ONCE));
    }
}
