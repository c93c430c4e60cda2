package dev.queuelab.scenarios.conformance;

import com.google.auto.service.AutoService;
import dev.queuelab.scenarios.check.Check;
import dev.queuelab.scenarios.check.LossChecks;
import dev.queuelab.scenarios.check.PollChecks;
import dev.queuelab.scenarios.check.QueueChecks;
import dev.queuelab.scenarios.kit.Control;
import dev.queuelab.scenarios.kit.Scenario;
import dev.queuelab.scenarios.kit.Stage;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Command;

/** No SDK repeats a call that is refused with AccessDenied, so that one refusal suffices. */
@Command(
        description =
                "A consumer one of whose extensions is refused lives on, and its message is neither lost nor dead-lettered.")
@AutoService(Scenario.class)
public final class DupHeartbeatRefused extends RefusedExtension {
    private static final String FAULT = "access-denied";

    @Override
    public List<String> faults() {
        return List.of(FAULT + ":operations=ChangeMessageVisibility+ChangeMessageVisibilityBatch,process=consumer-"
                + WORKER + ",after=1,times=1");
    }

    @Override
    public Duration expectedWait(Duration visibilityTimeout) {
        return longer(visibilityTimeout);
    }

    @Override
    public List<String> steps() {
        return List.of(
                "Send a message, and start a consumer that works on it for longer than the visibility timeout, and one"
                        + " that is ready for any message. The gateway refuses the second extension.",
                "Wait until the work is over and the queue is drained.");
    }

    /** Longer than the visibility timeout. */
    private static Duration longer(Duration visibilityTimeout) {
        return visibilityTimeout.multipliedBy(5).dividedBy(4);
    }

    @Override
    public void play(Stage stage) {
        workBesideAnother(stage, longer(stage.queue().visibilityTimeout()));
    }

    @Override
    public List<Check> checks() {
        return List.of(QueueChecks.NOTHING_DEAD_LETTERED, LossChecks.NOTHING_LOST, PollChecks.met(FAULT, 1));
    }

    /** Our own consumer has no knob by which a refusal ends it; tests have a program that dies of one. */
    @Override
    public List<Control> controls() {
        return List.of();
    }
}
