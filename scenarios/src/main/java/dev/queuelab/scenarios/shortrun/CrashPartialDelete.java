package dev.queuelab.scenarios.shortrun;

import com.google.auto.service.AutoService;
import dev.queuelab.core.knob.Knobs;
import dev.queuelab.core.knob.OnFailedDeletion;
import dev.queuelab.scenarios.check.Check;
import dev.queuelab.scenarios.check.DeletionChecks;
import dev.queuelab.scenarios.check.DeliveryChecks;
import dev.queuelab.scenarios.check.LossChecks;
import dev.queuelab.scenarios.check.QueueChecks;
import dev.queuelab.scenarios.kit.Control;
import dev.queuelab.scenarios.kit.MessageCount;
import dev.queuelab.scenarios.kit.Need;
import dev.queuelab.scenarios.kit.Scenario;
import dev.queuelab.scenarios.kit.Stage;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * SQS may delete some messages of a batch and not others, and answers 200 all the same: an SDK throws no exception. A
 * consumer that does not look at the list Failed takes them for deleted. If it also remembers what it has done, and passes
 * over what comes again, they end in the dead-letter queue.
 */
@Command(
        description =
                "A batch deletion may fail in part, though its status is 200: what was left is deleted later, and not"
                        + " done again.")
@AutoService(Scenario.class)
public final class CrashPartialDelete implements Scenario {
    @Mixin
    private final MessageCount count = MessageCount.defaultsTo(10);

    /**
     * Three entries fail; and of the single deletions that follow, every try of one message at least. The consumer tries
     * three times, and deletes for at most two batches at once, so that five failures cannot be spread more thinly.
     */
    @Override
    public List<String> faults() {
        return List.of(
                "batch-partly-failed:operations=DeleteMessageBatch,times=3",
                "server-error:operations=DeleteMessage,times=5");
    }

    @Override
    public Optional<String> invalidOptions() {
        return count.get() > 1
                ? Optional.empty()
                : Optional.of(
                        "--count=" + count.get() + " is not accepted: expected at least 2, since one is no batch");
    }

    @Override
    public List<Need> needs() {
        return List.of(Need.BATCH_DELETION);
    }

    @Override
    public List<String> steps() {
        return List.of(
                "Send messages, and run a consumer that deletes by batches until the queue is drained.",
                "The gateway lets three entries of its batch deletions fail, with the status 200,"
                        + " and the first five deletions of a single message after that.");
    }

    @Override
    public void play(Stage stage) {
        stage.producer().send(count.get());
        stage.consumer()
                .with(Knobs.MAX_MESSAGES, 10)
                .with(Knobs.DELETE_BATCH_SIZE, 10)
                .runUntilDrained(stage);
    }

    @Override
    public List<Check> checks() {
        return List.of(
                QueueChecks.NOTHING_DEAD_LETTERED,
                LossChecks.NOTHING_LOST,
                LossChecks.ALL_COMPLETED,
                DeletionChecks.PARTLY_FAILED_SEEN,
                DeliveryChecks.redelivered(1));
    }

    @Override
    public List<Control> controls() {
        return List.of(Control.named("failures-ignored")
                .with(Knobs.ON_FAILED_DELETION, OnFailedDeletion.IGNORE)
                .breaks(QueueChecks.NOTHING_DEAD_LETTERED));
    }
}
