package dev.queuelab.scenarios.conformance;

import com.google.auto.service.AutoService;
import dev.queuelab.scenarios.kit.Scenario;
import picocli.CommandLine.Command;

@Command(description = "A consumer that is told for a while that its queue does not exist goes on, and loses nothing.")
@AutoService(Scenario.class)
public final class ErrorsQueueMissing extends ReceiveErrors {
    public ErrorsQueueMissing() {
        super("queue-missing", "", NOT_REPEATED);
    }
}
