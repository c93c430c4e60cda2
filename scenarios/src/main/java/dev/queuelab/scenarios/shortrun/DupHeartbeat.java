package dev.queuelab.scenarios.shortrun;

import com.google.auto.service.AutoService;
import dev.queuelab.core.knob.Knobs;
import dev.queuelab.core.toolbox.Seconds;
import dev.queuelab.scenarios.check.Check;
import dev.queuelab.scenarios.check.HeartbeatChecks;
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
 * Work that takes longer than the visibility timeout, with another consumer waiting for whatever becomes visible. A
 * heartbeat keeps what is in hand invisible, and ends with the process: nothing has to notice a death.
 */
@Command(
        description =
                "However long the work takes, a heartbeat keeps its messages from others; after a death they come back soon.")
@AutoService(Scenario.class)
public final class DupHeartbeat implements Scenario {
    /** Received together, so that one waits for the other. */
    private static final int BATCH = 2;

    /** In visibility timeouts: longer than this run. */
    private static final int NEVER = 30;

    private static final int BEATS_IN_A_TIMEOUT = 4;

    @Override
    public List<Need> needs() {
        return List.of(Need.HEARTBEAT);
    }

    @Override
    public Duration expectedWait(Duration visibilityTimeout) {
        return visibilityTimeout.multipliedBy(3);
    }

    @Override
    public List<String> steps() {
        return List.of(
                "Send two messages, and start a consumer that receives both, and works on each for longer than the"
                        + " visibility timeout.",
                "Send a message, start a consumer that works on it without end, and one that is ready for any message.",
                "Once its work has outlived the visibility timeout, kill the endless one with SIGKILL.",
                "Wait until the queue is drained.");
    }

    /** Longer than the visibility timeout. */
    private static Duration longer(Duration visibilityTimeout) {
        return visibilityTimeout.multipliedBy(5).dividedBy(4);
    }

    @Override
    public void play(Stage stage) {
        Duration visibilityTimeout = stage.queue().visibilityTimeout();
        stage.producer().send(BATCH);
        RunningConsumer worker = consumer(stage, "worker")
                .workFor(longer(visibilityTimeout))
                .with(Knobs.MAX_MESSAGES, BATCH)
                .with(Knobs.MESSAGE_LIMIT, BATCH)
                .start();
        worker.awaitWorking();

        stage.producer().send(1);
        RunningConsumer victim = consumer(stage, "victim")
                .workFor(visibilityTimeout.multipliedBy(NEVER))
                .with(Knobs.MESSAGE_LIMIT, 1)
                .start();
        victim.awaitWorking();
        RunningConsumer heir = consumer(stage, "heir").start();
        heir.awaitBegun();
        stage.stopwatch().await(longer(visibilityTimeout), "work to outlive the visibility timeout");
        victim.kill();
        stage.awaitDrained();
        stage.stop(worker, heir);
    }

    private static ConsumerSetup consumer(Stage stage, String label) {
        return stage.consumer(label)
                .with(Knobs.HEARTBEAT_SECONDS, Seconds.of(stage.queue().visibilityTimeout()) / BEATS_IN_A_TIMEOUT)
                .withShortPolls();
    }

    @Override
    public List<Check> checks() {
        return List.of(
                QueueChecks.NOTHING_DEAD_LETTERED,
                LossChecks.NOTHING_LOST,
                HeartbeatChecks.NOT_REDELIVERED,
                HeartbeatChecks.BACK_AFTER_DEATH,
                HeartbeatChecks.NOT_EXTENDED_AFTERWARDS,
                HeartbeatChecks.OUTLIVED);
    }

    @Override
    public List<Control> controls() {
        return List.of(Control.named("no-heartbeat")
                .with(Knobs.HEARTBEAT_SECONDS, 0.0)
                .breaks(HeartbeatChecks.NOT_REDELIVERED));
    }
}
