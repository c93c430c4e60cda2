package dev.queuelab.scenarios.conformance;

import com.google.auto.service.AutoService;
import dev.queuelab.core.knob.Idempotency;
import dev.queuelab.core.knob.Knobs;
import dev.queuelab.scenarios.check.Check;
import dev.queuelab.scenarios.check.EffectChecks;
import dev.queuelab.scenarios.check.LossChecks;
import dev.queuelab.scenarios.check.PollChecks;
import dev.queuelab.scenarios.check.QueueChecks;
import dev.queuelab.scenarios.kit.Control;
import dev.queuelab.scenarios.kit.MessageCount;
import dev.queuelab.scenarios.kit.Scenario;
import dev.queuelab.scenarios.kit.Stage;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** No SDK repeats a call that is refused with AccessDenied, so that one refusal suffices. */
@Command(
        description =
                "A message whose deletion failed, and which comes again, is deleted then, and not ignored until it is"
                        + " dead-lettered.")
@AutoService(Scenario.class)
public final class CachesFailedDeletion implements Scenario {
    private static final String FAULT = "access-denied";

    @Mixin
    private final MessageCount count = MessageCount.defaultsTo(3);

    @Override
    public List<String> faults() {
        return List.of(FAULT + ":operations=DeleteMessage+DeleteMessageBatch,times=1");
    }

    @Override
    public List<String> steps() {
        return List.of(
                "Send messages.",
                "Run a consumer until the queue is drained. The gateway refuses its first deletion, so that what it was"
                        + " about comes again.");
    }

    @Override
    public void play(Stage stage) {
        stage.producer().send(count.get());
        stage.consumer().runUntilDrained(stage);
    }

    @Override
    public List<Check> checks() {
        return List.of(QueueChecks.NOTHING_DEAD_LETTERED, LossChecks.NOTHING_LOST, PollChecks.met(FAULT, 1));
    }

    @Override
    public List<Control> controls() {
        return List.of(Control.named("no-idempotency")
                .with(Knobs.IDEMPOTENCY, Idempotency.NONE)
                .breaks(EffectChecks.PERFORMED_ONCE));
    }
}
