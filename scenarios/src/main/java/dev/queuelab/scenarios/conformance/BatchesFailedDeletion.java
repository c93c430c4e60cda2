package dev.queuelab.scenarios.conformance;

import com.google.auto.service.AutoService;
import dev.queuelab.core.knob.Knobs;
import dev.queuelab.scenarios.check.Check;
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

/** A consumer that deletes one by one is not concerned. */
@Command(
        description = "Messages that a batch deletion names in Failed, with status 200, are deleted in the end, and not"
                + " dead-lettered.")
@AutoService(Scenario.class)
public final class BatchesFailedDeletion implements Scenario {
    private static final String FAULT = "batch-partly-failed";
    private static final String OPERATION = "DeleteMessageBatch";
    private static final int BATCH = 10;

    @Mixin
    private final MessageCount count = MessageCount.defaultsTo(10);

    @Override
    public List<String> faults() {
        return List.of(FAULT + ":operations=" + OPERATION + ",times=2");
    }

    @Override
    public List<String> steps() {
        return List.of(
                "Send messages.",
                "Run a consumer that may receive ten at a time until the queue is drained. Of its first deletions by"
                        + " batch, the gateway answers that two messages failed.");
    }

    @Override
    public void play(Stage stage) {
        stage.producer().send(count.get());
        stage.consumer()
                .with(Knobs.MAX_MESSAGES, BATCH)
                .with(Knobs.DELETE_BATCH_SIZE, BATCH)
                .runUntilDrained(stage);
    }

    @Override
    public List<Check> checks() {
        return List.of(
                QueueChecks.NOTHING_DEAD_LETTERED,
                LossChecks.NOTHING_LOST,
                PollChecks.made(OPERATION, "deletes by batch"));
    }

    /** Our own consumer repeats what failed, and has no knob by which it does not. */
    @Override
    public List<Control> controls() {
        return List.of();
    }
}
