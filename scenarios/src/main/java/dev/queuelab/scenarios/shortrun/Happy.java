package dev.queuelab.scenarios.shortrun;

import com.google.auto.service.AutoService;
import dev.queuelab.core.knob.Acknowledge;
import dev.queuelab.core.knob.HistoryOmission;
import dev.queuelab.core.knob.Knobs;
import dev.queuelab.scenarios.check.Check;
import dev.queuelab.scenarios.check.LossChecks;
import dev.queuelab.scenarios.check.QueueChecks;
import dev.queuelab.scenarios.check.WireChecks;
import dev.queuelab.scenarios.kit.Control;
import dev.queuelab.scenarios.kit.IntOption;
import dev.queuelab.scenarios.kit.MessageCount;
import dev.queuelab.scenarios.kit.Scenario;
import dev.queuelab.scenarios.kit.Stage;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(description = "When nothing fails, every message is processed once and deleted.")
@AutoService(Scenario.class)
public final class Happy implements Scenario {
    @Mixin
    private final MessageCount count = MessageCount.defaultsTo(10);

    @Option(
            names = "--batch-size",
            paramLabel = "N",
            converter = IntOption.BatchSize.class,
            defaultValue = "10",
            description = "messages in one call to the queue, 1 to 10 (default: ${DEFAULT-VALUE})")
    private int batchSize;

    @Override
    public Duration expectedWait(Duration visibilityTimeout) {
        return Duration.ZERO;
    }

    @Override
    public List<String> steps() {
        return List.of("Send messages.", "Run one consumer until the queue is drained.");
    }

    @Override
    public void play(Stage stage) {
        stage.producer().batchSize(batchSize).send(count.get());
        stage.consumer().runUntilDrained(stage);
    }

    @Override
    public List<Check> checks() {
        return List.of(QueueChecks.NOTHING_DEAD_LETTERED, LossChecks.NOTHING_LOST);
    }

    @Override
    public List<Control> controls() {
        return List.of(
                Control.named("never-deleted")
                        .with(Knobs.ACKNOWLEDGE, Acknowledge.NEVER)
                        .breaks(QueueChecks.NOTHING_DEAD_LETTERED),
                Control.named("history-that-lies")
                        .with(Knobs.HISTORY_OMIT, HistoryOmission.DELETED)
                        .breaks(WireChecks.HISTORIES_AGREE));
    }
}
