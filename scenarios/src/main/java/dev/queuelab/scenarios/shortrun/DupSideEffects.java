package dev.queuelab.scenarios.shortrun;

import com.google.auto.service.AutoService;
import dev.queuelab.core.knob.Idempotency;
import dev.queuelab.core.knob.Knobs;
import dev.queuelab.scenarios.check.Check;
import dev.queuelab.scenarios.check.DeliveryChecks;
import dev.queuelab.scenarios.check.EffectChecks;
import dev.queuelab.scenarios.check.LossChecks;
import dev.queuelab.scenarios.check.QueueChecks;
import dev.queuelab.scenarios.kit.Control;
import dev.queuelab.scenarios.kit.IntOption;
import dev.queuelab.scenarios.kit.Need;
import dev.queuelab.scenarios.kit.Scenario;
import dev.queuelab.scenarios.kit.Stage;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * The step that no transaction covers: the external service has done the work, and the consumer dies before its own
 * bookkeeping says so.
 */
@Command(
        description =
                "A consumer that dies after the side effect and before its bookkeeping does not cause a second one.")
@AutoService(Scenario.class)
public final class DupSideEffects implements Scenario {
    @Option(
            names = "--count",
            paramLabel = "N",
            converter = IntOption.FromOne.class,
            defaultValue = "2",
            description = "messages, each with a crash of its own, at least 1 (default: ${DEFAULT-VALUE})")
    private int count;

    @Override
    public Duration expectedWait(Duration visibilityTimeout) {
        return visibilityTimeout.multipliedBy(count);
    }

    @Override
    public List<Need> needs() {
        return List.of(Need.EFFECTS);
    }

    @Override
    public List<String> steps() {
        return List.of(
                "Send one message.",
                "Run a consumer that crashes after the side effect and before it records that.",
                "Run another consumer until the queue is drained.",
                "Repeat this for each message.");
    }

    @Override
    public void play(Stage stage) {
        for (int number = 1; number <= count; number++) {
            stage.producer().send(1);
            stage.consumer().crashAfterSideEffect().runUntilCrash();
            stage.consumer().runUntilDrained(stage);
        }
    }

    @Override
    public List<Check> checks() {
        return List.of(
                QueueChecks.NOTHING_DEAD_LETTERED,
                LossChecks.NOTHING_LOST,
                LossChecks.ALL_COMPLETED,
                DeliveryChecks.redelivered(count));
    }

    @Override
    public List<Control> controls() {
        return List.of(Control.named("no-idempotency")
                .with(Knobs.IDEMPOTENCY, Idempotency.NONE)
                .breaks(EffectChecks.PERFORMED_ONCE));
    }
}
