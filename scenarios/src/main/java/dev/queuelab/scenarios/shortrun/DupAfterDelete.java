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
import dev.queuelab.scenarios.kit.MessageCount;
import dev.queuelab.scenarios.kit.RunningConsumer;
import dev.queuelab.scenarios.kit.Scenario;
import dev.queuelab.scenarios.kit.Stage;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * A standard queue keeps copies of a message on several servers. One that was not reached when the message was deleted may
 * deliver its copy later (Amazon SQS Developer Guide, At-least-once delivery). Only a record of what was done tells it from
 * a new message, so that record must outlive the copy: a table whose items expire forgets.
 */
@Command(description = "A copy of a message that was done and deleted is delivered, to anybody: it is not done again.")
@AutoService(Scenario.class)
public final class DupAfterDelete implements Scenario {
    @Mixin
    private final MessageCount count = MessageCount.defaultsTo(6);

    @Option(
            names = "--after",
            paramLabel = "SECONDS",
            converter = IntOption.FromZero.class,
            defaultValue = "1",
            description = "how long after its deletion a message's copy is delivered (default: ${DEFAULT-VALUE})")
    private int after;

    @Override
    public List<String> faults() {
        return List.of("copy-after-deletion:seconds=" + after);
    }

    @Override
    public Duration expectedWait(Duration visibilityTimeout) {
        return Duration.ofSeconds(after);
    }

    @Override
    public List<String> steps() {
        return List.of(
                "Start two consumers, and send messages.",
                "The gateway confirms each first deletion of a message, and lets a copy of it come back.",
                "Wait until the queue is drained, then stop both.");
    }

    @Override
    public void play(Stage stage) {
        RunningConsumer first = stage.consumer().withShortPolls().start();
        RunningConsumer second = stage.consumer().withShortPolls().start();
        stage.producer().send(count.get());
        stage.awaitDrained();
        stage.stop(first, second);
    }

    @Override
    public List<Check> checks() {
        return List.of(
                QueueChecks.NOTHING_DEAD_LETTERED,
                LossChecks.NOTHING_LOST,
                LossChecks.ALL_COMPLETED,
                DeliveryChecks.deliveredAfterDeletion(count.get()));
    }

    @Override
    public List<Control> controls() {
        return List.of(Control.named("no-idempotency")
                .with(Knobs.IDEMPOTENCY, Idempotency.NONE)
                .breaks(EffectChecks.PERFORMED_ONCE));
    }
}
