package dev.queuelab.scenarios.conformance;

import com.google.auto.service.AutoService;
import dev.queuelab.core.knob.Acknowledge;
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

/** What is first seen by a consumer at its second delivery has never been worked on. */
@Command(
        description =
                "Messages that were delivered to a receive whose client was gone come back, and are processed at their"
                        + " next delivery.")
@AutoService(Scenario.class)
public final class DeadPollsLostDelivery implements Scenario {
    private static final String FAULT = "reply-lost";

    @Mixin
    private final MessageCount count = MessageCount.defaultsTo(3);

    @Override
    public List<String> faults() {
        return List.of(FAULT + ":operations=ReceiveMessage,times=1");
    }

    @Override
    public List<String> steps() {
        return List.of(
                "Send messages.",
                "Run a consumer until the queue is drained. The reply to its first receive, with messages in it, is"
                        + " lost.");
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
        return List.of(Control.named("never-deleted")
                .with(Knobs.ACKNOWLEDGE, Acknowledge.NEVER)
                .breaks(QueueChecks.NOTHING_DEAD_LETTERED));
    }
}
