package dev.queuelab.scenarios.shortrun;

import com.google.auto.service.AutoService;
import dev.queuelab.core.knob.Idempotency;
import dev.queuelab.core.knob.Knobs;
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
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * The step that no transaction covers: the external service has done the work, and the consumer dies before its own
 * books say so.
 */
@Command(
        description =
                "A consumer that dies after the side effect and before its bookkeeping does not cause a second one.")
@AutoService(Scenario.class)
public final class DupSideEffects implements Scenario {
    @Option(
            names = "--count",
            paramLabel = "N",
            converter = Whole.FromOne.class,
            defaultValue = "2",
            description = "messages, each with a crash of its own, at least 1 (default: ${DEFAULT-VALUE})")
    private int count;

    @Override
    public void play(Stage stage) {
        Messages messages = new Messages(List.of());
        for (int number = 1; number <= count; number++) {
            messages = messages.and(stage.producer().send(1));
            stage.consumer().with(Knobs.CRASH_AFTER_SIDE_EFFECT, true).runUntilCrash();
            stage.consumer().runUntilDrained(stage);
        }

        stage.check(
                Queues.drained(),
                Queues.nothingDeadLettered(),
                Accounts.nothingLost(messages),
                Accounts.nothingUnexpected(messages),
                Accounts.completed(messages),
                Effects.performedOnce(),
                Deliveries.redelivered(messages, count));
    }

    @Override
    public List<Control> controls() {
        return List.of(Control.named("no-idempotency")
                .with(Knobs.IDEMPOTENCY, Idempotency.NONE)
                .breaks("effects performed once"));
    }
}
